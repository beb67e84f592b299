package io.airproof.driver.tap;

import java.time.Instant;
import java.util.Optional;
import java.util.OptionalInt;

/**
 * One connection of a worker through the tap, from its handshake on.
 *
 * @param number from 1 over all streams of a tap
 * @param requestedAt when the upgrade request had arrived
 * @param openedAt when the answer 101 was passed on; empty if the connection never opened
 * @param end how and when it ended; empty while it lives
 * @param engineOpen the JSON of the Engine.IO open packet (pingInterval, maxPayload…), as the worker got it
 * @param toSts what went to the STS
 * @param toWorker what went to the worker
 */
public record Connection(
        long number,
        Instant requestedAt,
        Optional<Instant> openedAt,
        Optional<End> end,
        Optional<String> engineOpen,
        Traffic toSts,
        Traffic toWorker) {

    /** Who ended a connection. */
    public enum Closer {
        WORKER,
        STS,
        /** The tap, told so by a fault, or closed itself. */
        TAP
    }

    /**
     * The end of a connection.
     *
     * @param at when the tap noticed
     * @param by who closed first
     * @param code the WebSocket close code, if there was a close frame with one
     * @param reason in words: the text of the close frame, a reset, a refusal
     */
    public record End(Instant at, Closer by, OptionalInt code, String reason) {}

    /**
     * Counts of one direction.
     *
     * @param messages text and binary messages passed on
     * @param bytes their payload
     * @param binary how many of the messages were binary
     * @param pings WebSocket pings
     * @param pongs WebSocket pongs
     * @param heartbeats Engine.IO pings and pongs
     * @param lastAt when something last went this way
     */
    public record Traffic(
            long messages, long bytes, long binary, long pings, long pongs, long heartbeats, Optional<Instant> lastAt) {

        static final Traffic NONE = new Traffic(0, 0, 0, 0, 0, 0, Optional.empty());

        Traffic plus(Message message, Instant when) {
            Frame.Opcode opcode = message.opcode();
            boolean data = !opcode.isControl();
            boolean heartbeat = MessageFilter.heartbeats().test(message) && data;
            return new Traffic(
                    messages + (data ? 1 : 0),
                    bytes + (data ? message.length() : 0),
                    binary + (opcode == Frame.Opcode.BINARY ? 1 : 0),
                    pings + (opcode == Frame.Opcode.PING ? 1 : 0),
                    pongs + (opcode == Frame.Opcode.PONG ? 1 : 0),
                    heartbeats + (heartbeat ? 1 : 0),
                    Optional.of(when));
        }
    }

    static Connection requested(long number, Instant at) {
        return new Connection(
                number, at, Optional.empty(), Optional.empty(), Optional.empty(), Traffic.NONE, Traffic.NONE);
    }

    /** The WebSocket is open now. */
    public boolean isOpen() {
        return openedAt.isPresent() && end.isEmpty();
    }

    Connection opened(Instant at) {
        return new Connection(number, requestedAt, Optional.of(at), end, engineOpen, toSts, toWorker);
    }

    Connection ended(End how) {
        return end.isPresent()
                ? this
                : new Connection(number, requestedAt, openedAt, Optional.of(how), engineOpen, toSts, toWorker);
    }

    Connection carried(Direction direction, Message message, Instant when) {
        boolean up = direction == Direction.WORKER_TO_STS;
        Optional<String> open = up || engineOpen.isPresent()
                ? engineOpen
                : message.engine()
                        .filter(packet -> packet.type() == EnginePacket.Type.OPEN)
                        .map(EnginePacket::data);
        return new Connection(
                number,
                requestedAt,
                openedAt,
                end,
                open,
                up ? toSts.plus(message, when) : toSts,
                up ? toWorker : toWorker.plus(message, when));
    }
}
