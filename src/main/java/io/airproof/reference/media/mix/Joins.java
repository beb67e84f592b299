package io.airproof.reference.media.mix;

import io.airproof.reference.media.av.Pcm;
import java.util.Arrays;

/**
 * Puts segments side by side without a click: original next to original goes through untouched, original next to a dub
 * is faded for a few milliseconds at the join (contract 5.4). The last milliseconds of an original are held back until
 * its neighbour is known. Not thread-safe.
 */
final class Joins {

    private float[] held = new float[0];
    private boolean afterDub;
    private int channels = 1;

    /** The sound that may leave now that this segment is known. */
    float[] next(Pcm segment, boolean dubbed) {
        channels = segment.channels();
        int edge = (int) (Fit.EDGE_S * segment.sampleRate());
        float[] samples = segment.interleaved().clone();
        if (dubbed) {
            Fit.fadeOut(held, channels, held.length / channels, edge);
        } else if (afterDub) {
            Fit.fadeIn(samples, channels, edge);
        }
        int kept = dubbed ? 0 : Math.min(edge * channels, samples.length);
        float[] out = Arrays.copyOf(held, held.length + samples.length - kept);
        System.arraycopy(samples, 0, out, held.length, samples.length - kept);
        held = Arrays.copyOfRange(samples, samples.length - kept, samples.length);
        afterDub = dubbed;
        return out;
    }

    /** What was held back; nothing follows. */
    float[] last() {
        float[] out = held;
        held = new float[0];
        return out;
    }
}
