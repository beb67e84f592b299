package io.airproof.driver.sts;

import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.WebSocket;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.CompletionStage;
import org.json.JSONArray;
import org.json.JSONException;
import org.json.JSONObject;
import org.jspecify.annotations.Nullable;

/**
 * Engine.IO and Socket.IO on a bare WebSocket with a thread of its own: for messages so large that they would hold up the
 * other clients, and for a client that does not answer pings.
 */
final class BareLink implements Link {

    private static final String OPEN = "0";
    private static final String PING = "2";
    private static final String PONG = "3";
    private static final String JOIN = "40";
    private static final String GOODBYE = "41";
    private static final String EVENT = "42";

    private final WebSocket socket;
    private final Outbox outbox;

    private BareLink(WebSocket socket, Outbox outbox) {
        this.socket = socket;
        this.outbox = outbox;
    }

    /** Sends one message after the other. */
    private static final class Outbox {
        private CompletableFuture<?> last = CompletableFuture.completedFuture("nothing yet");

        synchronized void send(WebSocket to, String text) {
            last = last.thenCompose(done -> to.sendText(text, true));
        }
    }

    /**
     * Connects and joins; that it has been let in is told to the log.
     *
     * @param answersPings or is silent unless it is told to send something
     */
    static BareLink connect(URI sts, EventLog log, boolean answersPings, Duration deadline) throws StsRefusal {
        URI address = URI.create("ws://" + sts.getAuthority() + "/socket.io/?EIO=4&transport=websocket");
        try {
            Outbox outbox = new Outbox();
            return new BareLink(
                    HttpClient.newHttpClient()
                            .newWebSocketBuilder()
                            .connectTimeout(deadline)
                            .buildAsync(address, new Ear(log, outbox, answersPings))
                            .join(),
                    outbox);
        } catch (CompletionException e) {
            throw new StsRefusal(String.valueOf(e.getCause()));
        }
    }

    /** Hears messages, each whole. */
    private static final class Ear implements WebSocket.Listener {
        private final EventLog log;
        private final Outbox outbox;
        private final boolean answersPings;
        private final StringBuilder text = new StringBuilder();

        Ear(EventLog log, Outbox outbox, boolean answersPings) {
            this.log = log;
            this.outbox = outbox;
            this.answersPings = answersPings;
        }

        @Override
        public void onOpen(WebSocket from) {
            from.request(Long.MAX_VALUE);
        }

        @Override
        public @Nullable CompletionStage<?> onText(WebSocket from, CharSequence data, boolean last) {
            text.append(data);
            if (last) {
                String message = text.toString();
                text.setLength(0);
                heard(from, message);
            }
            return null;
        }

        private void heard(WebSocket from, String message) {
            Instant now = Instant.now();
            if (message.startsWith(OPEN)) {
                outbox.send(from, JOIN);
            } else if (message.startsWith(PING) && answersPings) {
                outbox.send(from, PONG);
            } else if (message.startsWith(JOIN)) {
                log.connected(now);
            } else if (message.startsWith(GOODBYE)) {
                log.ended(now, "goodbye of the STS");
            } else if (message.startsWith(EVENT)) {
                event(now, message.substring(EVENT.length()));
            }
        }

        private void event(Instant at, String json) {
            try {
                JSONArray event = new JSONArray(json);
                log.add(new StsEvent(
                        at,
                        event.optString(0),
                        Optional.ofNullable(event.optJSONObject(1)).orElseGet(JSONObject::new)));
            } catch (JSONException e) {
                log.ended(at, "an event that cannot be read: " + e.getMessage());
            }
        }

        @Override
        public @Nullable CompletionStage<?> onClose(WebSocket from, int code, String reason) {
            log.ended(Instant.now(), "close " + code + " " + reason);
            return null;
        }

        @Override
        public void onError(WebSocket from, Throwable cause) {
            log.ended(Instant.now(), String.valueOf(cause));
        }
    }

    @Override
    public void emit(String event, JSONObject body) {
        outbox.send(socket, EVENT + new JSONArray().put(event).put(body));
    }

    @Override
    public boolean isConnected() {
        return !socket.isInputClosed();
    }

    @Override
    public void close() {
        socket.abort();
    }
}
