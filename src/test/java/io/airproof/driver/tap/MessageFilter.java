package io.airproof.driver.tap;

import java.util.function.Predicate;
import org.json.JSONObject;

/**
 * Which messages a fault is about.
 *
 * @param name in words, for the record: {@code "fragment:processed"}
 * @param matches decides; must be quick and without side effects
 */
public record MessageFilter(String name, Predicate<Message> matches) implements Predicate<Message> {

    /** Every message, also pings and close frames. */
    public static MessageFilter any() {
        return new MessageFilter("any message", message -> true);
    }

    /** The Socket.IO events of a name. */
    public static MessageFilter event(String event) {
        return new MessageFilter(
                event, message -> message.eventName().filter(event::equals).isPresent());
    }

    /** The Socket.IO events of a name whose body matches. */
    public static MessageFilter event(String event, String which, Predicate<JSONObject> body) {
        MessageFilter named = event(event);
        return new MessageFilter(
                event + " " + which,
                message ->
                        named.test(message) && message.eventBody().filter(body).isPresent());
    }

    /** The Socket.IO events of a name about a fragment, by its number in the session. */
    public static MessageFilter numbered(String event, int number) {
        return event(event, Integer.toString(number), body -> body.optInt("sequence_number", -1) == number);
    }

    /** Everything that keeps a silent connection alive: WebSocket ping and pong, Engine.IO ping and pong. */
    public static MessageFilter heartbeats() {
        return new MessageFilter("heartbeats", message -> switch (message.opcode()) {
            case PING, PONG -> true;
            case TEXT ->
                message.length() <= LONGEST_HEARTBEAT
                        && message.engine()
                                .filter(packet -> packet.type() == EnginePacket.Type.PING
                                        || packet.type() == EnginePacket.Type.PONG)
                                .isPresent();
            default -> false;
        });
    }

    @Override
    public boolean test(Message message) {
        return matches.test(message);
    }

    @Override
    public String toString() {
        return name;
    }

    /** Bytes; "2", "3", or "2probe": longer texts need no look. */
    private static final int LONGEST_HEARTBEAT = 64;
}
