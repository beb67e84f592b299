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
 * @param sound one channel, as long as asked
 * @param pace of the voice against its natural one, 0.5 to 2
 */
record Narration(float[] sound, double pace) {

    private static final double BREATH_S = 0.05;
    private static final double MAX_PACE = 2.0;
    private static final double PACE_MARGIN = 1.06;

    /** Speaks every line where its original was, faster where the place is short. */
    static Narration of(Script script, Voice voice, int length, int sampleRate) throws ToolException {
        List<float[]> unhurried = speakAll(script, voice);
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
            natural += took;
            if (took > place) {
                spoken = voice.speak(line.text(), Math.min(MAX_PACE, took / place * PACE_MARGIN));
                took = (double) spoken.length / Voice.SAMPLE_RATE;
            }
            actual += took;
            lines.add(spoken);
        }
        double pace = actual == 0 ? 1 : Math.max(0.5, Math.min(MAX_PACE, natural / actual));
        int spokenLength = Math.toIntExact((long) length * Voice.SAMPLE_RATE / sampleRate);
        float[] spoken = place(script, lines, spokenLength, Voice.SAMPLE_RATE);
        return new Narration(Arrays.copyOf(Resampler.resample(spoken, Voice.SAMPLE_RATE, sampleRate), length), pace);
    }

    /** Every line at its natural pace; each is a process of its own, so they are spoken side by side. */
    private static List<float[]> speakAll(Script script, Voice voice) throws ToolException {
        List<CompletableFuture<float[]>> spoken = script.lines().stream()
                .map(line -> CompletableFuture.supplyAsync(() -> speak(line.text(), voice)))
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

    private static float[] speak(String text, Voice voice) {
        try {
            return voice.speak(text, 1);
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
