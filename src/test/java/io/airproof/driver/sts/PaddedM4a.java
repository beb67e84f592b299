package io.airproof.driver.sts;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;

/** M4A files of any size. */
public final class PaddedM4a {

    private static final int BOX_HEADER_BYTES = 8;

    private PaddedM4a() {}

    /**
     * The same sound in a larger file: a {@code free} box (ISO/IEC 14496-12, 8.1.2) of zeros stands at its end.
     *
     * @param bytes size of the result, at least 8 more than now
     * @throws IllegalArgumentException if it is less than that
     */
    public static byte[] of(byte[] m4a, int bytes) {
        int box = bytes - m4a.length;
        if (box < BOX_HEADER_BYTES) {
            throw new IllegalArgumentException(
                    "a file of %d bytes cannot be padded to %d".formatted(m4a.length, bytes));
        }
        return ByteBuffer.allocate(bytes)
                .put(m4a)
                .putInt(box)
                .put("free".getBytes(StandardCharsets.US_ASCII))
                .array();
    }
}
