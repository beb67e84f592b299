package io.airproof.driver.rtmp;

import java.io.IOException;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.net.URI;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.function.Predicate;

/** One connection through the relay: two pumps, and an ear on what the client says. */
final class RtmpLink {

    private static final int BLOCK = 64 << 10;
    private static final Duration CONNECT_WITHIN = Duration.ofSeconds(2);
    private static final int USUAL_PORT = 1935;

    private final Socket client;
    private final Socket server = new Socket();
    private final URI target;
    private final Predicate<RtmpEvent> admits;
    private final Consumer<RtmpEvent> heard;
    private final Consumer<RtmpLink> ended;
    private final ChunkReader chunks = new ChunkReader();
    private final ClientTalk talk = new ClientTalk();
    private boolean understood = true;
    private volatile Optional<String> reading = Optional.empty();

    /**
     * A link; nothing moves before {@link #start}.
     *
     * @param admits whether what the client asks for is passed on; if not, the connection is reset
     * @param heard gets what the client asks for or tells
     * @param ended gets this link when it is over
     */
    RtmpLink(
            Socket client,
            URI target,
            Predicate<RtmpEvent> admits,
            Consumer<RtmpEvent> heard,
            Consumer<RtmpLink> ended) {
        this.client = client;
        this.target = target;
        this.admits = admits;
        this.heard = heard;
        this.ended = ended;
    }

    void start() {
        daemon(this::upstream, "rtmp-relay-up");
    }

    /** Whether the client reads this path. */
    boolean reads(String path) {
        return reading.filter(path::equals).isPresent();
    }

    /** Breaks both sides at once, as a failing network does. */
    void reset() {
        abort(client);
        abort(server);
    }

    private void upstream() {
        try {
            client.setTcpNoDelay(true);
            server.setTcpNoDelay(true);
            int port = target.getPort() < 0 ? USUAL_PORT : target.getPort();
            server.connect(new InetSocketAddress(target.getHost(), port), Math.toIntExact(CONNECT_WITHIN.toMillis()));
            daemon(this::downstream, "rtmp-relay-down");
            byte[] block = new byte[BLOCK];
            for (int count = client.getInputStream().read(block);
                    count >= 0;
                    count = client.getInputStream().read(block)) {
                if (!listen(block, count)) {
                    reset();
                    return;
                }
                server.getOutputStream().write(block, 0, count);
            }
            server.shutdownOutput();
        } catch (IOException e) {
            reset();
        } finally {
            ended.accept(this);
        }
    }

    private void downstream() {
        try {
            server.getInputStream().transferTo(client.getOutputStream());
            client.close();
            server.close();
        } catch (IOException e) {
            reset();
        }
    }

    /** Hears a block; false if something in it is not to be passed on. */
    private boolean listen(byte[] block, int count) {
        if (!understood) {
            return true;
        }
        try {
            return understand(chunks.feed(block, count));
        } catch (IllegalArgumentException e) {
            understood = false;
            return true;
        }
    }

    private boolean understand(List<RtmpMessage> messages) {
        Instant now = Instant.now();
        for (RtmpMessage message : messages) {
            Optional<RtmpEvent> event = talk.hear(message, now);
            if (event.isEmpty()) {
                continue;
            }
            boolean admitted = admits.test(event.get());
            if (event.get() instanceof RtmpEvent.Play play) {
                reading = Optional.of(play.path());
                heard.accept(new RtmpEvent.Play(play.path(), play.at(), !admitted));
            } else if (event.get() instanceof RtmpEvent.Publish publish) {
                heard.accept(new RtmpEvent.Publish(publish.path(), publish.at(), !admitted));
            } else {
                heard.accept(event.get());
            }
            if (!admitted) {
                return false;
            }
        }
        return true;
    }

    private static void abort(Socket socket) {
        try {
            socket.setSoLinger(true, 0);
            socket.close();
        } catch (IOException e) {
            // It was closed before.
        }
    }

    private static void daemon(Runnable task, String name) {
        Thread thread = new Thread(task, name);
        thread.setDaemon(true);
        thread.start();
    }
}
