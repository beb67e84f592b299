package io.airproof.reference.media.segment;

import java.util.Arrays;

/**
 * The source's sound on stream time, put together from decoded pieces: silence where there is none, nothing twice.
 * Positions are in samples per channel from stream time 0. Not thread-safe.
 *
 * <p>A piece that is a little off its time stamp continues the one before: time stamps are rounded to milliseconds, and
 * a sound that is cut and moved at each of them would crackle. How far it is off is known ({@link #displacement}).
 */
public final class SoundTrack {

    /** Beyond this a piece is where its time stamp says: a gap or an overlap, no rounding. */
    public static final double TOLERANCE_MS = 30;

    private static final double MS_PER_SECOND = 1000;

    private final int sampleRate;
    private final int channels;
    private float[] samples = new float[0];
    private long first;
    private long end;
    private double displacement;

    public SoundTrack(int sampleRate, int channels) {
        this.sampleRate = sampleRate;
        this.channels = channels;
    }

    /**
     * Adds a piece.
     *
     * @param interleaved its samples
     * @param streamTimeMs stream time of its first sample; below 0 for sound before the first picture
     */
    public void add(float[] interleaved, double streamTimeMs) {
        long position = Math.round(streamTimeMs / MS_PER_SECOND * sampleRate);
        int count = interleaved.length / channels;
        double off = (end - position) * MS_PER_SECOND / sampleRate;
        boolean continues = end > 0 && Math.abs(off) <= TOLERANCE_MS;
        long at = continues ? end : position;
        displacement = continues ? off : 0;
        int skip = (int) Math.max(0, Math.min(count, end - at));
        if (at > end) {
            append(new float[(int) (at - end) * channels], 0);
        }
        append(interleaved, skip * channels);
    }

    private void append(float[] more, int from) {
        int kept = (int) (end - first) * channels;
        int added = more.length - from;
        if (samples.length < kept + added) {
            samples = Arrays.copyOf(samples, Math.max(samples.length * 2, kept + added));
        }
        System.arraycopy(more, from, samples, kept, added);
        end += added / channels;
    }

    /** Position right after the last sample. */
    public long end() {
        return end;
    }

    /** How much later the last piece was placed than its time stamp says, in ms. */
    public double displacement() {
        return displacement;
    }

    /** Takes the sound from where the last one ended up to a position; shorter if there is not so much. */
    public float[] take(long upTo) {
        int count = (int) (Math.min(upTo, end) - first);
        float[] taken = Arrays.copyOf(samples, count * channels);
        int rest = (int) (end - first - count) * channels;
        System.arraycopy(samples, count * channels, samples, 0, rest);
        first += count;
        return taken;
    }
}
