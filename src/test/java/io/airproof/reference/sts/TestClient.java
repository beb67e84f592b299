package io.airproof.reference.sts;

import io.socket.client.IO;
import io.socket.client.Socket;
import io.socket.engineio.client.transports.WebSocket;
import java.net.URI;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import org.json.JSONObject;

/** A worker of few words: says what a test tells it, and keeps what it hears in order. */
final class TestClient implements AutoCloseable {

    record Heard(String name, JSONObject body) {}

    private static final List<String> EVENTS = List.of(
            "stream:ready",
            "fragment:ack",
            "fragment:processed",
            "backpressure",
            "error",
            "stream:complete",
            "config:error_simulation:ack",
            "simulate:disconnect:ack");

    private final BlockingQueue<Heard> heard = new LinkedBlockingQueue<>();
    private final Socket socket;

    TestClient(int port) {
        IO.Options options = IO.Options.builder()
                .setTransports(new String[] {WebSocket.NAME})
                .setReconnection(false)
                .setForceNew(true)
                .build();
        socket = IO.socket(URI.create("http://127.0.0.1:" + port), options);
        for (String event : EVENTS) {
            socket.on(event, arguments -> heard.add(new Heard(event, (JSONObject) arguments[0])));
        }
        socket.on(Socket.EVENT_CONNECT, nothing -> heard.add(new Heard("connect", new JSONObject())));
        socket.on(
                Socket.EVENT_CONNECT_ERROR,
                reason -> heard.add(new Heard(
                        "connect_error",
                        reason[0] instanceof JSONObject json
                                ? json
                                : new JSONObject().put("message", String.valueOf(reason[0])))));
        socket.on(
                Socket.EVENT_DISCONNECT,
                reason -> heard.add(new Heard("disconnect", new JSONObject().put("reason", reason[0]))));
        socket.connect();
    }

    void say(String event, JSONObject body) {
        socket.emit(event, body);
    }

    void init(String streamId) {
        say(
                "stream:init",
                new JSONObject()
                        .put("stream_id", streamId)
                        .put("worker_id", "worker-" + streamId)
                        .put("config", new JSONObject()));
    }

    String fragment(String streamId, int number) {
        String id = UUID.randomUUID().toString();
        say(
                "fragment:data",
                fragmentBody(streamId, number, id, "any sound".getBytes(java.nio.charset.StandardCharsets.UTF_8)));
        return id;
    }

    static JSONObject fragmentBody(String streamId, int number, String id, byte[] file) {
        return new JSONObject()
                .put("fragment_id", id)
                .put("stream_id", streamId)
                .put("sequence_number", number)
                .put("timestamp", System.currentTimeMillis())
                .put(
                        "audio",
                        new JSONObject()
                                .put("format", "m4a")
                                .put("sample_rate_hz", 48_000)
                                .put("channels", 2)
                                .put("duration_ms", 6_000)
                                .put("data_base64", Base64.getEncoder().encodeToString(file)));
    }

    /** The next event, whatever it is. */
    Heard next() throws InterruptedException {
        Heard next = heard.poll(20, TimeUnit.SECONDS);
        if (next == null) {
            throw new AssertionError("nothing was heard for 20 s");
        }
        return next;
    }

    /** The next events, which must bear these names. */
    List<JSONObject> expect(String... names) throws InterruptedException {
        List<JSONObject> bodies = new ArrayList<>();
        for (String name : names) {
            Heard next = next();
            if (!next.name().equals(name)) {
                throw new AssertionError("expected " + name + " but heard " + next);
            }
            bodies.add(next.body());
        }
        return bodies;
    }

    @Override
    public void close() {
        socket.disconnect();
    }
}
