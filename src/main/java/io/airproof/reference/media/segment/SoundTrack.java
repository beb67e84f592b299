package io.airproof.reference.media.segment;

import java.util.Arrays;

/**
 * The source's sound on stream time, put together from decoded pieces: silence where there is none, nothing twice.
 * Positions are in samples per channel from stream time 0. Not thread-safe.
 *
 * <p>A piece that is a little off its time stamp continues the one before: time stamps are rounded to milliseconds, and
 * a sound that is cut and moved at each of them would crackle. Where the clocks of sound and picture drift apart, each
 * piece is stretched or shrunk by one sample until it is back (contract 5.5: at most 10 ms per segment, never a jump).
 */
public final class SoundTrack {

    /** Beyond this a piece is where its time stamp says: a gap or an overlap. Just under one AAC frame at 48 kHz. */
    public static final double TOLERANCE_MS = 20;

    /** From here on the track is slewed; well above the rounding of time stamps. */
    private static final double SLEW_FROM_MS = 4;

    private static final double MS_PER_SECOND = 1000;

    private final int sampleRate;
    private final int channels;
    private float[] samples = new float[0];
    private long first;
    private long end;
    private boolean begun;
    private double displacement;
    private int slewedSamples;

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
        double off = (end - position) * MS_PER_SECOND / sampleRate;
        if (begun && Math.abs(off) <= TOLERANCE_MS) {
            displacement = off;
            append(slewed(interleaved, off), 0);
            return;
        }
        displacement = 0;
        int count = interleaved.length / channels;
        int skip = (int) Math.max(0, Math.min(count, end - position));
        silenceUpTo(position);
        begun |= skip < count;
        append(interleaved, skip * channels);
    }

    /** Puts silence after what is there, up to a position; does nothing if it is reached already. */
    public void silenceUpTo(long position) {
        if (position > end) {
            append(new float[Math.toIntExact(position - end) * channels], 0);
        }
    }

    private float[] slewed(float[] piece, double off) {
        int count = piece.length / channels;
        if (Math.abs(off) < SLEW_FROM_MS || count < 2) {
            return piece;
        }
        int step = off > 0 ? -1 : 1;
        slewedSamples += step;
        return stretched(piece, channels, count + step);
    }

    /** The same sound in another number of samples, by straight lines between the old ones. */
    static float[] stretched(float[] piece, int channels, int wanted) {
        int count = piece.length / channels;
        float[] out = new float[wanted * channels];
        for (int i = 0; i < wanted; i++) {
            double place = wanted == 1 ? 0 : (double) i * (count - 1) / (wanted - 1);
            int before = (int) Math.min(place, count - 2.0);
            float part = (float) (place - before);
            for (int channel = 0; channel < channels; channel++) {
                float left = piece[before * channels + channel];
                float right = piece[(before + 1) * channels + channel];
                out[i * channels + channel] = left + part * (right - left);
            }
        }
        return out;
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

    /** By how many ms the sound was stretched (or shrunk, below 0) since this was last asked. */
    public double takeSlewMs() {
        double ms = slewedSamples * MS_PER_SECOND / sampleRate;
        slewedSamples = 0;
        return ms;
    }

    /** How much later the last piece was placed than its time stamp says, in ms. */
    public double displacement() {
        return displacement;
    }

    /** A copy of the sound between two positions, which must not have been taken yet. */
    public float[] copy(long from, long upTo) {
        return Arrays.copyOfRange(
                samples, Math.toIntExact(from - first) * channels, Math.toIntExact(upTo - first) * channels);
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
