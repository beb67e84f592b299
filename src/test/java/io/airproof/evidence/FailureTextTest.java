package io.airproof.evidence;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;

/** One test per shape of a failure text: this is what a reader sees when a promise is broken. */
class FailureTextTest {
    private static final List<String> FILES = List.of("target/runs/1/out.flv");

    @Test
    void tooMuch() {
        Measurement late = new Measurement(
                        "DUB-042",
                        "longest time to a dub",
                        15.31,
                        "s",
                        Limit.atMost(15, "s", "seed 000"),
                        Provenance.OBSERVED,
                        "fragment 3, sent at 00:18.000")
                .suspecting(Suspect.STS);

        assertThat(FailureText.of(late, FILES)).isEqualTo("""
                        DUB-042 is broken: longest time to a dub is 15.31 s, promised is at most 15 s (seed 000)
                          observed:   15.31 s, limit at most 15 s, missed by 0.31 s
                          where:      fragment 3, sent at 00:18.000
                          evidence:   target/runs/1/out.flv
                          look first: STS""");
    }

    @Test
    void onAStrictLimit() {
        Measurement edge = new Measurement(
                "DUB-049",
                "largest offset",
                120,
                "ms",
                Limit.below(120, "ms", "seed 001"),
                Provenance.MEASURED,
                "end of segment 2");

        assertThat(FailureText.of(edge, FILES))
                .contains("measured:   120 ms, limit below 120 ms, margin 0: the limit itself is already too much")
                .doesNotContain("look first");
    }

    @Test
    void tooLittleWithoutUnit() {
        Measurement weak = new Measurement(
                "DUB-009",
                "correlation of output and dub",
                0.4217,
                "",
                Limit.atLeast(0.9, "", "seed 001"),
                Provenance.MEASURED,
                "segment 4, 00:24.000 to 00:30.000");

        assertThat(FailureText.of(weak, FILES))
                .contains("measured:   0.4217, limit at least 0.9, missed by 0.4783\n")
                .contains("where:      segment 4, 00:24.000 to 00:30.000\n");
    }

    @Test
    void outsideARange() {
        Measurement shortOutput = new Measurement(
                "DUB-007",
                "length of the output",
                24.017,
                "s",
                Limit.between(29.5, 30.5, "s", "seed 000"),
                Provenance.MEASURED,
                "whole output");

        assertThat(FailureText.of(shortOutput, FILES))
                .startsWith("DUB-007 is broken: length of the output is 24.02 s,"
                        + " promised is between 29.5 and 30.5 s (seed 000)")
                .contains("missed by 5.483 s");
    }

    @Test
    void wrongCountAndNoFile() {
        Measurement lost = new Measurement(
                "DUB-001",
                "fragments dubbed",
                4,
                "fragments",
                Limit.exactly(5, "fragments", "seed 000"),
                Provenance.OBSERVED,
                "events of the tap");

        assertThat(FailureText.of(lost, List.of()))
                .contains("observed:   4 fragments, limit exactly 5 fragments, missed by 1 fragments")
                .contains("evidence:   no file was kept");
    }

    @Test
    void severalAtOnce() {
        Limit limit = Limit.atMost(1, "s", "seed 000");
        Measurement one = new Measurement("DUB-001", "a", 2, "s", limit, Provenance.CLAIMED, "here");
        Measurement two = new Measurement("DUB-002", "b", 3, "s", limit, Provenance.CLAIMED, "there");

        assertThat(FailureText.ofAll(List.of(one, two), 7, FILES))
                .startsWith("2 of 7 measurements break their limit\nDUB-001 is broken: a is 2 s")
                .contains("\nDUB-002 is broken: b is 3 s")
                .contains("  claimed:    3 s");
    }
}
