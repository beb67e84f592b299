package io.airproof.reference.sts.dub;

import io.airproof.reference.sts.dub.sound.Resampler;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;

/**
 * A script, spoken in its places.
 *
 * @param sound one channel, as long as asked, or longer where the voice cannot say all of it in that time
 * @param pace of the voice against its natural one, 0.5 to 2
 */
record Narration(float[] sound, double pace) {

    private static final double BREATH_S = 0.05;
    private static final double MAX_RATIO = 2.0;
    private static final double PACE_MARGIN = 1.06;

    /**
     * Speaks every line where its original was, faster where the place is short.
     *
     * @param maxPace how fast at most, 0.5 to 2 times the natural pace
     * @param length samples of the original
     */
    static Narration of(Script script, Voice voice, double maxPace, int length, int sampleRate) throws ToolException {
        double unhurriedPace = Math.min(1, maxPace);
        List<float[]> unhurried = speakAll(script, voice, unhurriedPace);
        List<float[]> lines = new ArrayList<>();
        double natural = 0;
        double actual = 0;
        double end = (double) length / sampleRate;
        for (int i = 0; i < script.lines().size(); i++) {
            Script.Line line = script.lines().get(i);
            double next = i + 1 < script.lines().size()
                    ? script.lines().get(i + 1).phrase().start()
                    : end;
            double place = Math.max(0.1, next - line.phrase().start() - BREATH_S);
            float[] spoken = unhurried.get(i);
            double took = (double) spoken.length / Voice.SAMPLE_RATE;
            natural += took * unhurriedPace;
            if (took > place && unhurriedPace < maxPace) {
                spoken = voice.speak(line.text(), Math.min(maxPace, took / place * PACE_MARGIN));
                took = (double) spoken.length / Voice.SAMPLE_RATE;
            }
            actual += took;
            lines.add(spoken);
        }
        double pace = actual == 0 ? 1 : Math.max(0.5, Math.min(MAX_RATIO, natural / actual));
        int asked = Math.toIntExact((long) length * Voice.SAMPLE_RATE / sampleRate);
        int needed = needed(lines);
        float[] spoken = place(script, lines, Math.max(asked, needed), Voice.SAMPLE_RATE);
        float[] sound = Resampler.resample(spoken, Voice.SAMPLE_RATE, sampleRate);
        return new Narration(needed > asked ? sound : Arrays.copyOf(sound, length), pace);
    }

    /** Samples of all lines with nothing but a breath between them. */
    private static int needed(List<float[]> lines) {
        int breath = (int) (BREATH_S * Voice.SAMPLE_RATE);
        return lines.stream().mapToInt(line -> line.length + breath).sum() - breath;
    }

    /** Every line at one pace; each is a process of its own, so they are spoken side by side. */
    private static List<float[]> speakAll(Script script, Voice voice, double pace) throws ToolException {
        List<CompletableFuture<float[]>> spoken = script.lines().stream()
                .map(line -> CompletableFuture.supplyAsync(() -> speak(line.text(), voice, pace)))
                .toList();
        List<float[]> all = new ArrayList<>();
        try {
            for (CompletableFuture<float[]> one : spoken) {
                all.add(one.join());
            }
        } catch (CompletionException failed) {
            if (failed.getCause() instanceof ToolException broken) {
                throw broken;
            }
            throw failed;
        }
        return all;
    }

    private static float[] speak(String text, Voice voice, double pace) {
        try {
            return voice.speak(text, pace);
        } catch (ToolException broken) {
            throw new CompletionException(broken);
        }
    }

    private static float[] place(Script script, List<float[]> lines, int length, int sampleRate) {
        int[] starts = new int[lines.size()];
        int breath = (int) (BREATH_S * sampleRate);
        int free = 0;
        for (int i = 0; i < starts.length; i++) {
            starts[i] = Math.max(free, (int) (script.lines().get(i).phrase().start() * sampleRate));
            free = starts[i] + lines.get(i).length + breath;
        }
        int limit = length;
        for (int i = starts.length - 1; i >= 0; i--) {
            starts[i] = Math.max(0, Math.min(starts[i], limit - lines.get(i).length));
            limit = starts[i] - breath;
        }
        float[] sound = new float[length];
        for (int i = 0; i < starts.length; i++) {
            float[] line = lines.get(i);
            for (int k = 0; k < line.length && starts[i] + k < length; k++) {
                sound[starts[i] + k] += line[k];
            }
        }
        return sound;
    }
}
