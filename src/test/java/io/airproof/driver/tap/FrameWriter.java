package io.airproof.driver.tap;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.ByteBuffer;
import java.util.concurrent.ThreadLocalRandom;

/** Writes WebSocket frames to a blocking stream; a client's are masked (RFC 6455 §5.3). Not for several threads. */
final class FrameWriter {

    private static final int FIN = 0x80;
    private static final int MASKED = 0x80;
    private static final int LENGTH_16 = 126;
    private static final int LENGTH_64 = 127;
    private static final int MAX_SHORT = 125;
    private static final int MAX_16_BITS = 0xFFFF;
    private static final int MASK_BYTES = 4;
    private static final int MAX_HEADER = 14;

    private final OutputStream out;
    private final boolean masking;

    FrameWriter(OutputStream out, boolean masking) {
        this.out = out;
        this.masking = masking;
    }

    void write(Message message) throws IOException {
        for (Frame frame : message.frames()) {
            write(frame);
        }
        out.flush();
    }

    private void write(Frame frame) throws IOException {
        int length = frame.length();
        ByteBuffer bytes = ByteBuffer.allocate(MAX_HEADER + length);
        bytes.put((byte) ((frame.isLast() ? FIN : 0) | frame.opcode().code()));
        int maskBit = masking ? MASKED : 0;
        if (length <= MAX_SHORT) {
            bytes.put((byte) (maskBit | length));
        } else if (length <= MAX_16_BITS) {
            bytes.put((byte) (maskBit | LENGTH_16)).putShort((short) length);
        } else {
            bytes.put((byte) (maskBit | LENGTH_64)).putLong(length);
        }
        if (masking) {
            byte[] mask = new byte[MASK_BYTES];
            ThreadLocalRandom.current().nextBytes(mask);
            byte[] payload = new byte[length];
            frame.payload().get(payload);
            mask(payload, mask);
            bytes.put(mask).put(payload);
        } else {
            bytes.put(frame.payload());
        }
        out.write(bytes.array(), 0, bytes.position());
    }

    /** Puts a mask on, or takes it off. */
    static void mask(byte[] payload, byte[] mask) {
        for (int i = 0; i < payload.length; i++) {
            payload[i] ^= mask[i % MASK_BYTES];
        }
    }
}
