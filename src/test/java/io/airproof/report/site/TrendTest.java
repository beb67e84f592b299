package io.airproof.report.site;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.OptionalDouble;
import org.junit.jupiter.api.Test;

class TrendTest {
    private static final OptionalDouble NONE = OptionalDouble.empty();

    private static List<Trend.Value> values(double... numbers) {
        return java.util.stream.IntStream.range(0, numbers.length)
                .mapToObj(i -> new Trend.Value("run " + i, numbers[i]))
                .toList();
    }

    @Test
    void theLimitIsInThePictureAndWhatIsBeyondItIsMarked() {
        Trend trend = Trend.of(values(90, 110, 150), "ms", NONE, OptionalDouble.of(120));

        assertThat(trend.dots()).extracting(Trend.Dot::kept).containsExactly(true, true, false);
        assertThat(trend.dots().get(2).y()).isLessThan(trend.bandTop());
        assertThat(trend.dots().get(1).y()).isGreaterThan(trend.bandTop());
        assertThat(trend.bandTop() + trend.bandHeight()).isEqualTo(Trend.HEIGHT);
        assertThat(trend.least() + " " + trend.greatest()).isEqualTo("90 ms 150 ms");
        assertThat(trend.dots().get(2).label()).isEqualTo("run 2: 150 ms");
    }

    @Test
    void aBandBetweenTwoLimitsHasBothEnds() {
        Trend trend = Trend.of(values(30, 30), "s", OptionalDouble.of(29.5), OptionalDouble.of(30.5));

        assertThat(trend.bandTop()).isEqualTo(5);
        assertThat(trend.bandHeight()).isEqualTo(30);
        assertThat(trend.dots()).allSatisfy(dot -> assertThat(dot.y()).isEqualTo(20));
        assertThat(trend.path()).isEqualTo("M5.0 20.0L235.0 20.0");
    }

    @Test
    void oneRunIsADotAndWithoutLimitThereIsNoBand() {
        Trend trend = Trend.of(values(7), "", NONE, NONE);

        assertThat(trend.count()).isEqualTo(1);
        assertThat(trend.bandHeight()).isZero();
        assertThat(trend.least()).isEqualTo("7");
    }
}
