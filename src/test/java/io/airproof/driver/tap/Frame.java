package io.airproof.driver.tap;

import java.nio.ByteBuffer;

/** One WebSocket frame (RFC 6455 §5.2), unmasked, immutable. */
public final class Frame {

    /** What a frame is, by RFC 6455 §5.2. */
    public enum Opcode {
        CONTINUATION(0),
        TEXT(1),
        BINARY(2),
        CLOSE(8),
        PING(9),
        PONG(10);

        private final int code;

        Opcode(int code) {
            this.code = code;
        }

        /** The four bits on the wire. */
        int code() {
            return code;
        }

        /** Close, ping and pong: never fragmented, and allowed between the fragments of a message. */
        public boolean isControl() {
            return this == CLOSE || this == PING || this == PONG;
        }
    }

    private final Opcode opcode;
    private final boolean last;
    private final byte[] payload;

    private Frame(Opcode opcode, boolean last, byte[] payload) {
        this.opcode = opcode;
        this.last = last;
        this.payload = payload;
    }

    /** A whole, unfragmented frame with a copy of {@code payload}. */
    public static Frame of(Opcode opcode, byte[] payload) {
        return new Frame(opcode, true, payload.clone());
    }

    /** A frame that owns {@code payload} from now on. */
    static Frame owning(Opcode opcode, boolean last, byte[] payload) {
        return new Frame(opcode, last, payload);
    }

    public Opcode opcode() {
        return opcode;
    }

    /** The FIN bit: the message ends with this frame. */
    public boolean isLast() {
        return last;
    }

    /** The payload, read-only. */
    public ByteBuffer payload() {
        return ByteBuffer.wrap(payload).asReadOnlyBuffer();
    }

    /** Payload length in bytes. */
    public int length() {
        return payload.length;
    }

    @Override
    public String toString() {
        return opcode + (last ? "" : " (more follows)") + ", " + payload.length + " bytes";
    }
}
