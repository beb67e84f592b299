package io.airproof.reference.sts;

import java.util.Base64;
import java.util.List;
import java.util.Random;
import java.util.Set;
import java.util.UUID;
import java.util.function.Supplier;
import org.json.JSONArray;
import org.json.JSONObject;

/** Messages as nobody should send them, drawn from a seed, each with what the contract says must follow. */
final class Nonsense {

    /**
     * A message.
     *
     * @param text the WebSocket message
     * @param answers one of these must be heard; if there are none it is to be ignored
     */
    record Message(String text, Set<String> answers) {}

    private static final String STREAM = "fuzz";
    private static final List<String> SILENT_EVENTS =
            List.of("stream:pause", "stream:resume", "fragment:ack", "no:such:event", "error", "connect", "");
    private static final List<String> BROKEN = List.of(
            "4",
            "49",
            "4x",
            "42",
            "42{}",
            "42[]",
            "42[7]",
            "42[\"stream:init\"",
            "42[\"stream:init\",{",
            "9",
            "x",
            "42[\"a\",{\"n\":1e}]",
            "42nonsense",
            "8\u0000");

    private final Random random;
    private int number;

    Nonsense(long seed) {
        random = new Random(seed);
    }

    /** The next message. */
    Message next() {
        return switch (random.nextInt(12)) {
            case 0, 1 -> new Message(event("stream:init", maybe(init())), Set.of("stream:ready", "error"));
            case 2, 3, 4, 5, 6 ->
                new Message(event("fragment:data", maybe(fragment())), Set.of("fragment:ack", "error"));
            case 7 ->
                new Message(
                        event("config:error_simulation", maybe(simulation())),
                        Set.of("config:error_simulation:ack", "error"));
            case 8 ->
                new Message(
                        event("simulate:disconnect", new JSONObject().put("delay_ms", notADelay())),
                        Set.of("simulate:disconnect:ack"));
            case 9 -> new Message(BROKEN.get(random.nextInt(BROKEN.size())), Set.of(RawPeer.CLOSED));
            case 10 -> new Message(List.of("3", "6", "43[]", "45", "0{}x").get(random.nextInt(4)), Set.of());
            default -> new Message(event(SILENT_EVENTS.get(random.nextInt(7)), value(3)), Set.of());
        };
    }

    /** What every STS takes: an init. */
    static String goodInit(String stream) {
        return event("stream:init", init(stream));
    }

    /** What every STS answers with a result: the first fragment of a stream. */
    static String goodFragment(String stream) {
        return event(
                "fragment:data",
                TestClient.fragmentBody(stream, 0, UUID.randomUUID().toString(), new byte[] {1, 2, 3}));
    }

    private static String event(String name, Object body) {
        return "42" + new JSONArray().put(name).put(body);
    }

    private static JSONObject init(String stream) {
        return new JSONObject()
                .put("stream_id", stream)
                .put("worker_id", "worker")
                .put("config", new JSONObject().put("channels", 2).put("format", "m4a"))
                .put("max_inflight", 3)
                .put("timeout_ms", 1_000);
    }

    private JSONObject init() {
        return init(STREAM);
    }

    private JSONObject fragment() {
        number = random.nextInt(4) == 0 ? random.nextInt(20) : number + 1;
        return TestClient.fragmentBody(STREAM, number, UUID.randomUUID().toString(), new byte[random.nextInt(3000)]);
    }

    private JSONObject simulation() {
        JSONObject rule = new JSONObject()
                .put("trigger", "nth_fragment")
                .put("value", random.nextInt(3))
                .put("error_code", "TIMEOUT");
        return new JSONObject().put("enabled", random.nextBoolean()).put("rules", new JSONArray().put(rule));
    }

    /** The message as it is, or with one or more members that are wrong, or something else altogether. */
    private Object maybe(JSONObject message) {
        if (random.nextInt(12) == 0) {
            return value(3);
        }
        for (int faults = random.nextInt(3); faults > 0; faults--) {
            JSONObject place = message;
            if (random.nextBoolean() && message.optJSONObject("audio") != null) {
                place = message.getJSONObject("audio");
            } else if (random.nextBoolean() && message.optJSONObject("config") != null) {
                place = message.getJSONObject("config");
            }
            List<String> names = List.copyOf(place.keySet());
            if (names.isEmpty()) {
                return message;
            }
            String name = names.get(random.nextInt(names.size()));
            if (random.nextInt(4) == 0) {
                place.remove(name);
            } else {
                place.put(name, value(2));
            }
        }
        return message;
    }

    private Object notADelay() {
        return List.<Supplier<Object>>of(
                        () -> -1, () -> 60_001, () -> "soon", () -> 0.5, JSONObject::new, () -> Long.MAX_VALUE)
                .get(random.nextInt(6))
                .get();
    }

    /** Any value of JSON, not deeper than this. */
    private Object value(int depth) {
        return switch (random.nextInt(depth == 0 ? 8 : 11)) {
            case 0 -> JSONObject.NULL;
            case 1 -> random.nextBoolean();
            case 2 -> random.nextLong();
            case 3 -> random.nextGaussian() * 1e9;
            case 4 -> new java.math.BigInteger(200, random);
            case 5 -> "";
            case 6 -> "\u0000\uD83D\uDE00\"\\\n".repeat(random.nextInt(40));
            case 7 -> Base64.getEncoder().encodeToString(new byte[random.nextInt(60_000)]);
            case 8 -> new JSONArray().put(value(depth - 1)).put(value(depth - 1));
            case 9 -> nested(random.nextInt(400));
            default -> new JSONObject().put("stream_id", value(depth - 1)).put("x", value(depth - 1));
        };
    }

    private static JSONArray nested(int depth) {
        JSONArray inner = new JSONArray();
        for (int i = 0; i < depth; i++) {
            inner = new JSONArray().put(inner);
        }
        return inner;
    }
}
