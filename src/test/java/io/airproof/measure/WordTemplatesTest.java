package io.airproof.measure;

import static org.assertj.core.api.Assertions.assertThat;

import io.airproof.media.Sound;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class WordTemplatesTest {

    private static final int RATE = 22_050;

    /** A "word": a row of vowel-like sounds drawn by lot, said at a pace. */
    private static Sound word(int seed, double pace) {
        Random random = new Random(seed);
        int vowels = 3;
        int length = (int) (0.15 * RATE / pace);
        float[] samples = new float[vowels * length];
        for (int v = 0; v < vowels; v++) {
            double first = 250 + 600 * random.nextDouble();
            double second = 900 + 1600 * random.nextDouble();
            for (int i = 0; i < length; i++) {
                double t = (double) i / RATE;
                double voice = 0;
                for (int harmonic = 1; harmonic < 30; harmonic++) {
                    double hz = 120.0 * harmonic;
                    double gain = Math.exp(-Math.pow((hz - first) / 120, 2))
                            + 0.5 * Math.exp(-Math.pow((hz - second) / 160, 2));
                    voice += gain * Math.sin(2 * Math.PI * hz * t);
                }
                samples[v * length + i] = (float) (0.1 * voice);
            }
        }
        return new Sound(samples, RATE, Duration.ZERO);
    }

    private static Map<String, Sound> vocabulary(int count) {
        Map<String, Sound> words = new LinkedHashMap<>();
        IntStream.range(0, count).forEach(n -> words.put("word " + n, word(n, 1)));
        return words;
    }

    private static Sound row(List<Integer> words, double pace, double gain) {
        int gap = RATE / 5;
        List<Sound> sounds = words.stream().map(n -> word(n, pace)).toList();
        float[] all = new float
                [gap
                        + sounds.stream()
                                .mapToInt(sound -> sound.samples().length + gap)
                                .sum()];
        int at = gap;
        for (Sound sound : sounds) {
            for (int i = 0; i < sound.samples().length; i++) {
                all[at + i] = (float) (gain * sound.samples()[i]);
            }
            at += sound.samples().length + gap;
        }
        return new Sound(all, RATE, Duration.ofSeconds(6));
    }

    @Test
    void words_are_known_again_at_another_pace_and_level() {
        WordTemplates ear = new WordTemplates(vocabulary(20));
        List<Integer> said = List.of(3, 7, 19, 0, 12, 5);
        List<String> expected = said.stream().map(n -> "word " + n).toList();
        for (double pace : new double[] {0.8, 1, 1.25, 1.5}) {
            assertThat(ear.in(row(said, pace, 0.3))).as("pace " + pace).isEqualTo(expected);
        }
    }

    @Test
    void at_another_rate_the_words_are_the_same() {
        WordTemplates ear = new WordTemplates(vocabulary(20));
        assertThat(ear.in(Resampler.resample(row(List.of(4, 9, 2), 1, 1), 48_000)))
                .containsExactly("word 4", "word 9", "word 2");
    }

    @Test
    void silence_has_no_words() {
        assertThat(new WordTemplates(vocabulary(3)).in(Sounds.silence(2, RATE))).isEmpty();
    }

    @Test
    void a_word_is_at_no_distance_from_itself_and_at_some_from_others() {
        Cepstra one = Cepstra.of(word(1, 1));
        assertThat(one.distanceTo(one)).isZero();
        assertThat(one.distanceTo(Cepstra.of(word(2, 1)))).isGreaterThan(one.distanceTo(Cepstra.of(word(1, 1.3))));
    }
}
