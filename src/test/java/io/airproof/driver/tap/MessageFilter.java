package io.airproof.driver.tap;

import java.util.function.Predicate;

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
