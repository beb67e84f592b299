package io.airproof.reference.media.mix;

import static org.assertj.core.api.Assertions.assertThat;

import io.airproof.reference.media.av.Pcm;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;

class OutputSoundTest {

    private static final int RATE = 48_000;
    private static final int FRAME = 1024;

    private static Pcm noise(int samples) {
        Random random = new Random(3);
        float[] all = new float[2 * samples];
        for (int i = 0; i < all.length; i++) {
            all[i] = (float) (0.1 * random.nextGaussian());
        }
        return new Pcm(all, 2, RATE);
    }

    @Test
    void a_segment_is_encoded_in_small_steps_that_make_one_continuous_track() {
        try (OutputSound sound = new OutputSound(RATE, 2)) {
            List<OutputSound.Frame> frames = new ArrayList<>(sound.lead());
            for (int segment = 0; segment < 3; segment++) {
                sound.add(noise(RATE), segment % 2 == 1);
                while (sound.hasMore()) {
                    List<OutputSound.Frame> some = sound.encodeSome();
                    assertThat(some).hasSizeLessThanOrEqualTo(5);
                    frames.addAll(some);
                }
            }
            sound.end();
            while (sound.hasMore()) {
                frames.addAll(sound.encodeSome());
            }
            assertThat(sound.encodeSome()).isEmpty();
            for (int i = 1; i < frames.size(); i++) {
                long step = frames.get(i).streamTimeMs() - frames.get(i - 1).streamTimeMs();
                assertThat(step).isBetween(21L, 22L);
            }
            long endMs = frames.get(frames.size() - 1).streamTimeMs() + FRAME * 1000L / RATE;
            assertThat(endMs).isBetween(3000L, 3045L);
        }
    }
}
