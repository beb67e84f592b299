package io.airproof.driver.tap;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.concurrent.CompletableFuture;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** The tap between bare sockets: frame by frame, byte by byte. */
final class TapTransparencyTest {

    private static final String UPGRADE = "GET /socket.io/?EIO=4 HTTP/1.1\r\nHost: sts\r\nUpgrade: websocket\r\n"
            + "Connection: Upgrade\r\nX-Stream-ID: raw\r\nX-Odd:  kept \r\n"
            + "Sec-WebSocket-Extensions: permessage-deflate\r\nSec-WebSocket-Key: k\r\n\r\n";
    private static final String OPENED = "HTTP/1.1 101 Switching Protocols\r\nUpgrade: websocket\r\n\r\n";

    private Tap tap;
    private ServerSocket sts;

    @BeforeEach
    void open() throws IOException {
        sts = new ServerSocket(0, 5, InetAddress.getLoopbackAddress());
        tap = Tap.open(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0));
        tap.defaultRoute(new Route.Forward(URI.create("http://127.0.0.1:" + sts.getLocalPort())));
    }

    @AfterEach
    void close() throws IOException {
        tap.close();
        sts.close();
    }

    private record Ends(Peer worker, Peer sts, HttpHead request) {}

    private Ends connect() throws IOException {
        Peer worker = new Peer(
                new Socket(InetAddress.getLoopbackAddress(), tap.address().getPort()));
        worker.send(UPGRADE.getBytes(StandardCharsets.ISO_8859_1));
        Peer far = new Peer(sts.accept());
        HttpHead request = HttpHead.read(far.in()).orElseThrow();
        far.send(OPENED.getBytes(StandardCharsets.ISO_8859_1));
        assertThat(HttpHead.read(worker.in()).orElseThrow().status()).isEqualTo(101);
        return new Ends(worker, far, request);
    }

    @Test
    void theRequestPassesButForCompression() throws IOException {
        Ends ends = connect();
        assertThat(ends.request().target()).isEqualTo("/socket.io/?EIO=4");
        assertThat(ends.request().first("X-Odd")).hasValue("kept");
        assertThat(ends.request().first("Sec-WebSocket-Key")).hasValue("k");
        assertThat(ends.request().first("Sec-WebSocket-Extensions")).isEmpty();
    }

    @Test
    void framesPassUnchangedBothWays() throws IOException {
        Ends ends = connect();
        Random random = new Random(7);
        List<Frame> frames = new ArrayList<>();
        frames.add(Frame.of(Frame.Opcode.TEXT, "0{\"sid\":\"ä\"}".getBytes(StandardCharsets.UTF_8)));
        frames.add(Frame.of(Frame.Opcode.PING, new byte[] {1, 2}));
        frames.add(Frame.of(Frame.Opcode.PONG, new byte[0]));
        for (int size : new int[] {0, 125, 126, 65_535, 65_536, 1_000_000}) {
            byte[] bytes = new byte[size];
            random.nextBytes(bytes);
            frames.add(Frame.of(Frame.Opcode.BINARY, bytes));
        }
        frames.add(Frame.owning(Frame.Opcode.TEXT, false, new byte[] {'4', '2'}));
        frames.add(Frame.owning(Frame.Opcode.CONTINUATION, true, "[\"e\",{}]".getBytes(StandardCharsets.UTF_8)));
        frames.add(Frame.of(Frame.Opcode.CLOSE, new byte[] {3, (byte) 0xE8, 'b', 'y', 'e'}));
        passes(frames, ends.worker(), ends.sts(), true);
        passes(frames, ends.sts(), ends.worker(), false);
        Connection.End end = tap.record("raw").connections().get(0).end().orElseThrow();
        assertThat(end.by()).isEqualTo(Connection.Closer.WORKER);
        assertThat(end.code()).hasValue(1000);
        assertThat(end.reason()).isEqualTo("bye");
        assertThat(tap.record("raw").events(Direction.WORKER_TO_STS, "e")).hasSize(1);
    }

    private static void passes(List<Frame> frames, Peer from, Peer to, boolean masked) throws IOException {
        CompletableFuture<Void> sending = CompletableFuture.runAsync(() -> {
            try {
                FrameWriter writer = new FrameWriter(from.out(), masked);
                for (Frame frame : frames) {
                    writer.write(Message.of(frame));
                }
            } catch (IOException e) {
                throw new java.io.UncheckedIOException(e);
            }
        });
        FrameReader reader = new FrameReader(to.in());
        for (Frame sent : frames) {
            Frame got = reader.read().orElseThrow();
            assertThat(got.opcode()).isEqualTo(sent.opcode());
            assertThat(got.isLast()).isEqualTo(sent.isLast());
            assertThat(got.payload()).isEqualTo(sent.payload());
        }
        sending.join();
    }

    @Test
    void theEndOfOneSideReachesTheOther() throws IOException {
        Ends ends = connect();
        ends.worker().close();
        assertThat(new FrameReader(ends.sts().in()).read()).isEqualTo(Optional.empty());
    }

    @Test
    void silenceLetsNothingThroughAndTellsNobody() throws IOException {
        Ends ends = connect();
        tap.cut("raw", Cut.SILENCE);
        new FrameWriter(ends.worker().out(), true).write(Message.text("2"));
        tap.close();
        assertThat(ends.sts().in().read()).isEqualTo(-1);
        Connection seen = tap.record("raw").connections().get(0);
        assertThat(seen.toSts().messages()).isZero();
        assertThat(seen.end().orElseThrow().reason()).contains("SILENCE");
    }

    @Test
    void otherRequestsPassToo() throws Exception {
        CompletableFuture<HttpResponse<String>> answer = HttpClient.newHttpClient()
                .sendAsync(
                        HttpRequest.newBuilder(tap.address().resolve("/health")).build(),
                        HttpResponse.BodyHandlers.ofString());
        Peer far = new Peer(sts.accept());
        assertThat(HttpHead.read(far.in()).orElseThrow().target()).isEqualTo("/health");
        far.send("HTTP/1.1 503 Busy\r\nContent-Length: 2\r\n\r\nno".getBytes(StandardCharsets.ISO_8859_1));
        far.close();
        assertThat(answer.get().statusCode()).isEqualTo(503);
        assertThat(answer.get().body()).isEqualTo("no");
        sts.close();
        HttpResponse<String> absent = HttpClient.newHttpClient()
                .send(
                        HttpRequest.newBuilder(tap.address().resolve("/health")).build(),
                        HttpResponse.BodyHandlers.ofString());
        assertThat(absent.statusCode()).isEqualTo(502);
        assertThat(absent.body()).contains("cannot forward to http://127.0.0.1:");
    }
}
