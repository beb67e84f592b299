package io.airproof.reference.sts;

import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.WebSocket;
import java.time.Duration;
import java.util.Set;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import org.json.JSONArray;
import org.jspecify.annotations.Nullable;

/** A peer on a bare WebSocket that says whatever it is told to, and hears the names of events and its own end. */
final class RawPeer implements AutoCloseable {

    static final String CLOSED = "closed";
    private static final String JOINED = "joined";
    private static final long PATIENCE_S = 5;

    private final BlockingQueue<String> heard = new LinkedBlockingQueue<>();
    private final WebSocket socket;
    private CompletableFuture<?> sending = CompletableFuture.completedFuture("");

    RawPeer(HttpClient http, int port) throws InterruptedException {
        socket = http.newWebSocketBuilder()
                .connectTimeout(Duration.ofSeconds(PATIENCE_S))
                .buildAsync(
                        URI.create("ws://127.0.0.1:" + port + "/socket.io/?EIO=4&transport=websocket"), new Listener())
                .join();
        say("40");
        hear(Set.of(JOINED));
    }

    private final class Listener implements WebSocket.Listener {
        private final StringBuilder text = new StringBuilder();

        @Override
        public @Nullable CompletionStage<?> onText(WebSocket from, CharSequence part, boolean last) {
            text.append(part);
            if (last) {
                String message = text.toString();
                text.setLength(0);
                if (message.startsWith("40")) {
                    heard.add(JOINED);
                } else if (message.startsWith("42")) {
                    JSONArray event = new JSONArray(message.substring(2));
                    boolean givenUp = event.optString(0).equals("error")
                            && event.getJSONObject(1).getString("message").endsWith("given up");
                    heard.add(givenUp ? "gap" : event.optString(0));
                }
            }
            from.request(1);
            return null;
        }

        @Override
        public @Nullable CompletionStage<?> onClose(WebSocket from, int code, String reason) {
            heard.add(CLOSED);
            return null;
        }

        @Override
        public void onError(WebSocket from, Throwable cause) {
            heard.add(CLOSED);
        }
    }

    /** Sends a text as one message. */
    void say(String text) {
        sending = sending.thenCompose(done -> socket.sendText(text, true));
    }

    /** Waits for the next of these; what else is heard until then is forgotten. */
    String hear(Set<String> names) throws InterruptedException {
        long deadline = System.nanoTime() + TimeUnit.SECONDS.toNanos(PATIENCE_S);
        while (true) {
            String next = heard.poll(deadline - System.nanoTime(), TimeUnit.NANOSECONDS);
            if (next == null) {
                throw new AssertionError("none of " + names + " was heard for " + PATIENCE_S + " s");
            }
            if (names.contains(next)) {
                return next;
            }
        }
    }

    @Override
    public void close() {
        socket.abort();
    }
}
