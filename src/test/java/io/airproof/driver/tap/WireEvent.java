package io.airproof.driver.tap;

import java.time.Duration;
import java.time.Instant;
import org.json.JSONObject;

/**
 * One Socket.IO packet that passed the tap. Immutable.
 *
 * @param at when the last byte of it had arrived at the tap (for a packet made by the tap: when it was made)
 * @param direction which way it went
 * @param name the event name; for other packets the reserved names {@code connect}, {@code connect_error}, {@code
 *     disconnect} and {@code ack}, which no event can have (but for {@code ack}: see {@link PacketShape#type()})
 * @param body the JSON object it carries; empty if it carries none (see {@link PacketShape#arguments()})
 * @param connection number of the worker's connection, from 1 over all streams of a tap
 * @param deliveredAt when the tap began to hand it to the receiver's socket; later than {@code at} by the delay of a fault
 * @param origin the peer, or the tap itself
 * @param shape its form
 */
public record WireEvent(
        Instant at,
        Direction direction,
        String name,
        JSONObject body,
        long connection,
        Instant deliveredAt,
        Origin origin,
        PacketShape shape) {

    /** Name of a Socket.IO CONNECT, in both directions. */
    public static final String CONNECT = "connect";

    /** Name of a Socket.IO CONNECT_ERROR. */
    public static final String CONNECT_ERROR = "connect_error";

    /** Name of a Socket.IO DISCONNECT. */
    public static final String DISCONNECT = "disconnect";

    /** Name of a Socket.IO acknowledgement of a callback; the contract has none. */
    public static final String ACK = "ack";

    public WireEvent {
        body = Json.copy(body);
    }

    /** A copy of the JSON object: changing it changes nothing here. Strings (the audio) are shared, not copied. */
    @Override
    public JSONObject body() {
        return Json.copy(body);
    }

    /** A string member of the body; empty text if it is missing or not a string. */
    public String text(String member) {
        return body.opt(member) instanceof String value ? value : "";
    }

    /** How long the tap kept it. */
    public Duration held() {
        return Duration.between(at, deliveredAt);
    }

    /** An event, not one of connect, connect error, disconnect, ack. */
    public boolean isEvent() {
        return shape.type().isEvent();
    }
}
