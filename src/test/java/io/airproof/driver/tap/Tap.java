package io.airproof.driver.tap;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.net.URI;
import java.util.Set;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.ThreadFactory;
import java.util.concurrent.atomic.AtomicInteger;

/**
 * A transparent WebSocket proxy in front of the STS, told apart by the {@code X-Stream-ID} of the upgrade request.
 *
 * <p>Text, binary, ping, pong and close frames are forwarded with their payload and their fragmentation untouched; only
 * {@code Sec-WebSocket-Extensions} is taken out of the request (compressed frames could not be read) and {@code Host}
 * names the STS. Requests that ask for no WebSocket, like {@code GET /health} or a polling handshake, are forwarded too.
 * If the STS is not there, the worker gets HTTP 502 with the reason, and the record of the stream says so.
 *
 * <p>Closing it closes every connection; all its threads are daemons.
 */
public final class Tap implements AutoCloseable {

    private final ServerSocket server;
    private final ThreadFactory threads;
    private final ExecutorService recorder;
    private final Switchboard board;

    private Tap(ServerSocket server) {
        this.server = server;
        AtomicInteger count = new AtomicInteger();
        this.threads = task -> {
            Thread thread = new Thread(task, "tap-" + server.getLocalPort() + "-" + count.incrementAndGet());
            thread.setDaemon(true);
            return thread;
        };
        this.recorder = Executors.newSingleThreadExecutor(threads);
        this.board = new Switchboard(recorder);
    }

    /**
     * Opens a tap.
     *
     * @param listen where it listens; port 0 takes a free one
     * @throws UncheckedIOException if it cannot listen there
     */
    public static Tap open(InetSocketAddress listen) {
        try {
            ServerSocket server = new ServerSocket();
            try {
                server.bind(listen);
            } catch (IOException e) {
                server.close();
                throw new IOException(
                        "the tap cannot listen at " + listen + ": " + e.getMessage() + "; choose a free port, or 0", e);
            }
            Tap tap = new Tap(server);
            tap.threads.newThread(tap::accept).start();
            return tap;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Where workers find it: {@code http://127.0.0.1:<port>}, or the address it was told to listen at. */
    public URI address() {
        String host = server.getInetAddress().isAnyLocalAddress()
                ? "127.0.0.1"
                : server.getInetAddress().getHostAddress();
        return URI.create("http://" + (host.contains(":") ? "[" + host + "]" : host) + ":" + server.getLocalPort());
    }

    /** Where connections go whose stream has no route of its own. Without one they get HTTP 502. */
    public void defaultRoute(Route route) {
        board.defaultRoute(route);
    }

    /** Where the next connections of a stream go; those that live stay where they are. */
    public void route(String streamId, Route route) {
        board.route(streamId, route);
    }

    /** The live record of a stream, also before its first connection; empty text for connections without the header. */
    public TapRecord record(String streamId) {
        return board.record(streamId);
    }

    /** The streams that have a record. */
    public Set<String> streamIds() {
        return board.streamIds();
    }

    /** How a stream is treated from now on, also on the connections that live. */
    public void faults(String streamId, FaultPlan plan) {
        board.plan(streamId, plan);
    }

    /** Ends the living connections of a stream. */
    public void cut(String streamId, Cut how) {
        board.cut(streamId, how);
    }

    /** Says something on the living connections of a stream, as if it came from the other side. */
    public void say(String streamId, Direction direction, Message message) {
        board.say(streamId, direction, message);
    }

    @Override
    public void close() {
        try {
            server.close();
        } catch (IOException e) {
            // it no longer listens either way
        }
        board.close();
    }

    private void accept() {
        while (!server.isClosed()) {
            try {
                Socket socket = server.accept();
                Peer worker = board.keep(new Peer(socket));
                threads.newThread(() -> new Visit(worker, board, threads).run()).start();
            } catch (IOException e) {
                // a closed server ends the loop; a connection that died while being accepted concerns nobody
            }
        }
    }
}
