package io.airproof.exhibit;

import io.airproof.media.Sound;

/** A sound as it is drawn: the greatest amplitude of each of equal parts. */
final class Peaks {
    private static final int FULL = 100;

    private Peaks() {}

    /**
     * Peaks of the sound, 0 to 100.
     *
     * @param parts how many; fewer when the sound has fewer samples
     */
    static int[] of(Sound sound, int parts) {
        float[] samples = sound.samples();
        int count = Math.min(parts, samples.length);
        int[] peaks = new int[count];
        for (int part = 0; part < count; part++) {
            int from = (int) ((long) part * samples.length / count);
            int to = (int) ((long) (part + 1) * samples.length / count);
            float peak = 0;
            for (int i = from; i < to; i++) {
                peak = Math.max(peak, Math.abs(samples[i]));
            }
            peaks[part] = Math.round(Math.min(1, peak) * FULL);
        }
        return peaks;
    }
}
