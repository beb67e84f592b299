package io.airproof.reference.media.av;

import java.util.Arrays;

/** Grows sound piece by piece. Not thread-safe. */
final class PcmBuilder {
    private float[] samples = new float[1 << 16];
    private int length;

    void add(float[] more, int count) {
        if (length + count > samples.length) {
            samples = Arrays.copyOf(samples, Math.max(samples.length * 2, length + count));
        }
        System.arraycopy(more, 0, samples, length, count);
        length += count;
    }

    float[] toArray() {
        return Arrays.copyOf(samples, length);
    }
}
