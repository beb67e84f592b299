package io.airproof.evidence;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class WaitFormatTest {
    private static final Instant BEGIN = Instant.parse("2026-01-01T00:00:00Z");

    @Test
    void aWaitIsReadBackAsItWasWritten() {
        Wait wait = new Wait(
                "the path is ready",
                BEGIN,
                Duration.ofMillis(2500),
                "reached",
                List.of(new Wait.Look(Duration.ZERO, "no path"), new Wait.Look(Duration.ofMillis(2500), "ready")));

        assertThat(WaitFormat.read(WaitFormat.write(wait))).isEqualTo(wait);
    }

    @Test
    void aLongOneIsCutToItsEnd() {
        List<Wait.Look> many = IntStream.range(0, 500)
                .mapToObj(i -> new Wait.Look(Duration.ofMillis(i), "x".repeat(1000)))
                .toList();
        Wait read = WaitFormat.read(WaitFormat.write(new Wait("many", BEGIN, Duration.ofSeconds(1), "deadline", many)));

        assertThat(read.looks()).hasSize(20);
        assertThat(read.looks().get(19).after()).isEqualTo(Duration.ofMillis(499));
        assertThat(read.looks()).allSatisfy(look -> assertThat(look.seen()).hasSizeLessThan(310));
    }

    @Test
    void whatIsNoWaitIsRefused() {
        assertThatThrownBy(() -> WaitFormat.read("{}")).hasMessageContaining("no name");
        assertThatThrownBy(() -> WaitFormat.read("{")).hasMessageContaining("no JSON");
    }
}
