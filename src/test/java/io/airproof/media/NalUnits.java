package io.airproof.media;

import java.nio.ByteBuffer;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/** H.264 NAL units as FLV carries them: each with a length of four bytes in front (ISO/IEC 14496-15). */
public final class NalUnits {

    private static final int LENGTH_BYTES = 4;
    private static final int FIRST_SLICE_TYPE = 1;
    private static final int LAST_SLICE_TYPE = 5;

    private NalUnits() {}

    /**
     * Cuts a payload into its NAL units.
     *
     * @throws IllegalArgumentException if a length points beyond the end
     */
    public static List<byte[]> split(byte[] payload) {
        List<byte[]> units = new ArrayList<>();
        int at = 0;
        while (at < payload.length) {
            if (payload.length - at < LENGTH_BYTES) {
                throw new IllegalArgumentException(
                        "%d bytes are left, too few for a length".formatted(payload.length - at));
            }
            int length = ByteBuffer.wrap(payload, at, LENGTH_BYTES).getInt();
            at += LENGTH_BYTES;
            if (length < 0 || length > payload.length - at) {
                throw new IllegalArgumentException(
                        "a NAL unit of %d bytes is announced, %d are left".formatted(length, payload.length - at));
            }
            units.add(Arrays.copyOfRange(payload, at, at + length));
            at += length;
        }
        return units;
    }

    /** Whether a NAL unit is a coded slice: types 1 to 5 (ITU-T H.264, table 7-1). */
    public static boolean isSlice(byte[] unit) {
        if (unit.length == 0) {
            return false;
        }
        int type = unit[0] & 0x1F;
        return type >= FIRST_SLICE_TYPE && type <= LAST_SLICE_TYPE;
    }
}
