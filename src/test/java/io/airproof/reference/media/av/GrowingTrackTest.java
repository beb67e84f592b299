package io.airproof.reference.media.av;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.Arrays;
import java.util.Random;
import org.junit.jupiter.api.Test;

class GrowingTrackTest {

    private static final int RATE = 48_000;

    private static Pcm noise(int samples) {
        Random random = new Random(7);
        float[] all = new float[2 * samples];
        for (int i = 0; i < all.length; i++) {
            all[i] = (float) (0.1 * random.nextGaussian());
        }
        return new Pcm(all, 2, RATE);
    }

    private static Pcm part(Pcm sound, int from, int to) {
        return new Pcm(Arrays.copyOfRange(sound.interleaved(), 2 * from, 2 * to), 2, RATE);
    }

    private static byte[][] bytes(EncodedTrack track) {
        return track.frames().stream().map(EncodedAudio::data).toArray(byte[][]::new);
    }

    @Test
    void sound_that_comes_in_pieces_is_encoded_like_the_whole() {
        Pcm whole = noise(RATE);
        try (GrowingTrack track = new GrowingTrack()) {
            for (int from = 0; from < RATE; from += 1000) {
                track.add(part(whole, from, Math.min(RATE, from + 1000)));
            }
            EncodedTrack grown = track.finishAs(whole);
            assertThat(grown.samples()).isEqualTo(RATE);
            assertThat(bytes(grown)).isDeepEqualTo(bytes(EncodedTrack.of(whole)));
        }
    }

    @Test
    void what_went_beyond_the_cut_is_encoded_anew_and_the_next_segment_begins_afresh() {
        Pcm whole = noise(RATE);
        Pcm cut = part(whole, 0, RATE - 500);
        try (GrowingTrack track = new GrowingTrack()) {
            track.add(whole);
            assertThat(bytes(track.finishAs(cut))).isDeepEqualTo(bytes(EncodedTrack.of(cut)));
            track.add(cut);
            assertThat(bytes(track.finish())).isDeepEqualTo(bytes(EncodedTrack.of(cut)));
        }
    }

    @Test
    void nothing_is_no_track() {
        try (GrowingTrack track = new GrowingTrack()) {
            assertThatThrownBy(track::finish)
                    .isInstanceOf(AvException.class)
                    .hasMessageContaining("no sound to encode");
        }
    }
}
