package io.airproof.evidence;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;

class LimitTest {
    private static final String SOURCE = "ours";

    @Test
    void atMostIncludesItsBound() {
        Limit limit = Limit.atMost(500, "ms", SOURCE);
        assertThat(limit.kept(500)).isTrue();
        assertThat(limit.kept(500.1)).isFalse();
        assertThat(limit.margin(480)).isEqualTo(20);
        assertThat(limit.margin(520)).isEqualTo(-20);
        assertThat(limit.text()).isEqualTo("at most 500 ms");
    }

    @Test
    void belowExcludesItsBound() {
        Limit limit = Limit.below(120, "ms", SOURCE);
        assertThat(limit.kept(119.9)).isTrue();
        assertThat(limit.kept(120)).isFalse();
        assertThat(limit.text()).isEqualTo("below 120 ms");
    }

    @Test
    void atLeastIncludesItsBound() {
        Limit limit = Limit.atLeast(0.9, "", SOURCE);
        assertThat(limit.kept(0.9)).isTrue();
        assertThat(limit.kept(0.89)).isFalse();
        assertThat(limit.margin(1)).isCloseTo(0.1, org.assertj.core.data.Offset.offset(1e-9));
        assertThat(limit.text()).isEqualTo("at least 0.9");
    }

    @Test
    void betweenTakesTheNearerBound() {
        Limit limit = Limit.between(29.5, 30.5, "s", SOURCE);
        assertThat(limit.margin(30.25)).isEqualTo(0.25);
        assertThat(limit.margin(29)).isEqualTo(-0.5);
        assertThat(limit.kept(29.5)).isTrue();
        assertThat(limit.kept(30.51)).isFalse();
    }

    @Test
    void exactlyHasNoPositiveMargin() {
        Limit limit = Limit.exactly(5, "fragments", SOURCE);
        assertThat(limit.kept(5)).isTrue();
        assertThat(limit.margin(5)).isZero();
        assertThat(limit.margin(4)).isEqualTo(-1);
        assertThat(limit.margin(7)).isEqualTo(-2);
    }

    @Test
    void boundsInTheWrongOrderAreRefused() {
        assertThatThrownBy(() -> Limit.between(2, 1, "s", SOURCE)).hasMessageContaining("smaller bound first");
    }

    @Test
    void numbersAreReadable() {
        assertThat(Numbers.text(0.1 + 0.2)).isEqualTo("0.3");
        assertThat(Numbers.text(13_981_016)).isEqualTo("13981016");
        assertThat(Numbers.text(-0.0)).isEqualTo("0");
        assertThat(Numbers.text(1e-9)).isEqualTo("0.000000001");
    }

    @Test
    void aMeasuredNumberHasAsManyDigitsAsItsDistanceToTheLimitNeeds() {
        assertThat(Numbers.near(5.86283, "s", -0.86283)).isEqualTo("5.863 s");
        assertThat(Numbers.near(0.666666, "ms", 119.333334)).isEqualTo("0.6667 ms");
        assertThat(Numbers.near(120.04, "ms", -0.04)).isEqualTo("120.04 ms");
        assertThat(Numbers.near(0.9996, "", -0.0004)).isEqualTo("0.9996");
        assertThat(Numbers.near(13_981_016, "Hz", 0)).isEqualTo("13981016 Hz");
    }
}
