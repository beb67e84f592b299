package io.airproof.reference.media.mix;

import static org.assertj.core.api.Assertions.assertThat;

import io.airproof.reference.media.av.Pcm;
import java.util.Arrays;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import org.junit.jupiter.api.Test;

class FitTest {

    private static final int RATE = 48_000;
    private static final int SEGMENT = 6 * RATE;

    private static Pcm loud(int samples) {
        float[] all = new float[samples * 2];
        Arrays.fill(all, 1);
        return new Pcm(all, 2, RATE);
    }

    @Property(tries = 100)
    void aDubWithinAFifthFitsToTheSample(@ForAll @IntRange(min = 230_400, max = 345_600) int samples) {
        assertThat(Fit.to(loud(samples), SEGMENT))
                .hasValueSatisfying(fitted -> assertThat(fitted.samples()).isEqualTo(SEGMENT));
    }

    @Test
    void aDubOffByMoreThanAFifthIsNone() {
        assertThat(Fit.to(loud(230_399), SEGMENT)).isEmpty();
        assertThat(Fit.to(loud(345_601), SEGMENT)).isEmpty();
    }

    @Test
    void aShortDubIsFollowedBySilence() {
        float[] fitted = Fit.to(loud(5 * RATE), SEGMENT).orElseThrow().interleaved();
        assertThat(fitted[2 * (5 * RATE - 1000)]).isEqualTo(1);
        assertThat(fitted[2 * (5 * RATE + 1)]).isZero();
    }

    @Test
    void aLongDubEndsInAFadeNotInAClick() {
        float[] fitted = Fit.to(loud(SEGMENT + 100), SEGMENT).orElseThrow().interleaved();
        assertThat(fitted[2 * SEGMENT - 1]).isZero();
        assertThat(fitted[2 * (SEGMENT - RATE / 100)]).isBetween(0.4f, 0.6f);
        assertThat(fitted[2 * (SEGMENT - RATE / 40)]).isEqualTo(1);
    }

    @Test
    void originalsAreJoinedUntouched() {
        Joins joins = new Joins();
        float[] first = joins.next(loud(1000), false);
        float[] second = joins.next(loud(1000), false);
        float[] rest = joins.last();
        assertThat(first.length + second.length + rest.length).isEqualTo(4000);
        assertThat(first).containsOnly(1f);
        assertThat(second).containsOnly(1f);
        assertThat(rest).containsOnly(1f);
    }

    @Test
    void anOriginalIsFadedWhereItMeetsADub() {
        Joins joins = new Joins();
        Pcm dub = Fit.to(loud(1000), 1000).orElseThrow();
        int before = joins.next(loud(1000), false).length;
        float[] joined = joins.next(dub, true);
        int join = 2000 - before;
        assertThat(joined[join - 1]).isZero();
        assertThat(joined[join]).isZero();
        assertThat(joins.next(loud(1000), false)[0]).isZero();
    }
}
