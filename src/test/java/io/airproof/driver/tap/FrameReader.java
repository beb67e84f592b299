package io.airproof.driver.tap;

import java.io.DataInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.util.Optional;

/** Reads WebSocket frames from a blocking stream and takes their mask off. Not for several threads. */
final class FrameReader {

    /**
     * Most payload bytes of one frame. The contract (2.5) allows messages of 52,428,800 bytes; the tap lets twice that
     * through, so that the STS is the one that refuses.
     */
    static final int MAX_PAYLOAD_BYTES = 2 * 52_428_800;

    private static final int FIN = 0x80;
    private static final int RESERVED = 0x70;
    private static final int OPCODE = 0x0F;
    private static final int MASKED = 0x80;
    private static final int LENGTH = 0x7F;
    private static final int LENGTH_16 = 126;
    private static final int LENGTH_64 = 127;
    private static final int MASK_BYTES = 4;

    private final DataInputStream in;

    FrameReader(InputStream in) {
        this.in = new DataInputStream(in);
    }

    /**
     * The next frame; empty when the peer has ended its side between two frames.
     *
     * @throws FrameFormatException if the bytes are no frame without extensions, or it is too large
     * @throws IOException if the connection breaks, also in the middle of a frame
     */
    Optional<Frame> read() throws IOException {
        int first = in.read();
        if (first < 0) {
            return Optional.empty();
        }
        if ((first & RESERVED) != 0) {
            throw new FrameFormatException("a frame has a reserved bit set, but no extension was agreed on");
        }
        Frame.Opcode opcode = opcode(first & OPCODE);
        int second = in.readUnsignedByte();
        long length = second & LENGTH;
        if (length == LENGTH_16) {
            length = in.readUnsignedShort();
        } else if (length == LENGTH_64) {
            length = in.readLong();
        }
        if (length < 0 || length > MAX_PAYLOAD_BYTES) {
            throw new FrameFormatException("a frame of " + Long.toUnsignedString(length)
                    + " bytes is more than the tap carries (" + MAX_PAYLOAD_BYTES + ")");
        }
        byte[] mask = new byte[MASK_BYTES];
        boolean masked = (second & MASKED) != 0;
        if (masked) {
            in.readFully(mask);
        }
        byte[] payload = new byte[(int) length];
        in.readFully(payload);
        if (masked) {
            FrameWriter.mask(payload, mask);
        }
        return Optional.of(Frame.owning(opcode, (first & FIN) != 0, payload));
    }

    private static Frame.Opcode opcode(int code) throws FrameFormatException {
        for (Frame.Opcode opcode : Frame.Opcode.values()) {
            if (opcode.code() == code) {
                return opcode;
            }
        }
        throw new FrameFormatException("a frame has the unknown opcode " + code);
    }
}
