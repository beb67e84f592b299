package io.airproof.report.site;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.OptionalDouble;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.DoubleRange;
import org.junit.jupiter.api.Test;

class BandTest {
    private static final OptionalDouble NONE = OptionalDouble.empty();

    @Test
    void aValueWithinIsOnTheBandAndOneBeyondIsNot() {
        Band kept = Band.of(30, OptionalDouble.of(29.5), OptionalDouble.of(30.5));
        Band broken = Band.of(24, OptionalDouble.of(29.5), OptionalDouble.of(30.5));

        assertThat(kept.value()).isBetween(kept.from(), kept.from() + kept.width());
        assertThat(broken.value()).isLessThan(broken.from());
    }

    @Test
    void aCeilingAloneReachesToTheLeftAndAFloorToTheRight() {
        assertThat(Band.of(8, NONE, OptionalDouble.of(10)).from()).isZero();
        Band floor = Band.of(0.95, OptionalDouble.of(0.9), NONE);
        assertThat(floor.from() + floor.width()).isEqualTo(Band.WIDTH);
    }

    @Test
    void aLimitOfOneNumberIsSeen() {
        Band band = Band.of(5, OptionalDouble.of(5), OptionalDouble.of(5));

        assertThat(band.width()).isEqualTo(Band.THINNEST);
        assertThat(band.value()).isBetween(band.from(), band.from() + band.width());
    }

    @Property
    void everythingIsWithinTheDrawing(
            @ForAll @DoubleRange(min = -1e6, max = 1e6) double value,
            @ForAll @DoubleRange(min = -1e6, max = 1e6) double floor,
            @ForAll @DoubleRange(min = 0, max = 1e6) double width) {
        Band band = Band.of(value, OptionalDouble.of(floor), OptionalDouble.of(floor + width));

        assertThat(band.value()).isBetween(0.0, Band.WIDTH);
        assertThat(band.from()).isBetween(-Band.THINNEST, Band.WIDTH);
        assertThat(band.from() + band.width()).isLessThanOrEqualTo(Band.WIDTH + Band.THINNEST);
    }
}
