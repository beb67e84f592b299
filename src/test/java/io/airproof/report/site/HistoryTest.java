package io.airproof.report.site;

import static org.assertj.core.api.Assertions.assertThat;

import io.airproof.evidence.Provenance;
import io.airproof.evidence.WireFormat;
import io.airproof.report.RunResult;
import io.airproof.report.ScenarioResult;
import io.airproof.report.Status;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class HistoryTest {
    private static final Instant BEGIN = Instant.parse("2026-01-01T00:00:00Z");

    private History history = new History(Map.of(), "local");
    private int runs;

    @Test
    void aFirstOutcomeIsNewAndALaterOneIsComparedWithTheOneBefore() {
        assertThat(after(Status.PASSED)).isEqualTo(History.Change.NEW);
        assertThat(after(Status.PASSED)).isEqualTo(History.Change.SAME);
        assertThat(after(Status.FAILED)).isEqualTo(History.Change.REGRESSED);
        assertThat(after(Status.NOT_MEASURED)).isEqualTo(History.Change.SAME);
        assertThat(after(Status.PASSED)).isEqualTo(History.Change.FIXED);
    }

    @Test
    void whatChangesBackAndForthIsUnstable() {
        after(Status.PASSED);
        after(Status.FAILED);
        after(Status.PASSED);
        assertThat(after(Status.FAILED)).isEqualTo(History.Change.UNSTABLE);
    }

    @Test
    void whatHeldOnlyWhenTriedAgainIsUnstable() {
        after(Status.PASSED);
        assertThat(after(Status.UNSTABLE)).isEqualTo(History.Change.UNSTABLE);
    }

    @Test
    void whatWasNotRunLeavesNoOutcome() {
        after(Status.PASSED);
        assertThat(after(Status.NOT_RUN)).isEqualTo(History.Change.SAME);
        assertThat(history.of(scenario(Status.NOT_RUN))).hasSize(1);
    }

    @Test
    void thirtyOutcomesAreKept() {
        for (int i = 0; i < 40; i++) {
            after(Status.PASSED);
        }
        List<History.Outcome> kept = history.of(scenario(Status.PASSED));
        assertThat(kept).hasSize(30);
        assertThat(kept.get(29).run()).isEqualTo(BEGIN.plusSeconds(40).toString());
    }

    @Test
    void pagesMadeAgainAddNothing() {
        after(Status.PASSED);
        history = history.with(run(Status.PASSED));
        assertThat(history.of(scenario(Status.PASSED))).hasSize(1);
    }

    @Test
    void aScenarioKeepsItsHistoryWhenItsLineMoves() {
        after(Status.PASSED);
        ScenarioResult moved = new ScenarioResult(
                "features/dubbing/01.feature:99",
                "Kept",
                "F",
                List.of(),
                List.of(),
                Status.PASSED,
                "",
                Duration.ZERO,
                List.of(),
                List.of());
        assertThat(history.of(moved)).hasSize(1);
    }

    @Test
    void aScenarioThatIsNoLongerWrittenIsForgottenAfterAMonth() {
        after(Status.PASSED);
        RunResult soon = new RunResult(BEGIN.plus(Duration.ofDays(29)), Duration.ZERO, false, Map.of(), List.of());
        RunResult late = new RunResult(BEGIN.plus(Duration.ofDays(31)), Duration.ZERO, false, Map.of(), List.of());

        assertThat(history.with(soon).outcomes()).hasSize(1);
        assertThat(history.with(late).outcomes()).isEmpty();
        assertThat(history.with(run(Status.NOT_RUN)).outcomes()).hasSize(1);
    }

    @Test
    void theValueNextToTheLimitIsKept() {
        after(Status.PASSED);
        assertThat(history.of(scenario(Status.PASSED)).get(0).values()).containsExactly(Map.entry("DUB-003 time", 9.0));
    }

    @Test
    void itIsReadBackAndABrokenFileIsAnEmptyOne(@TempDir Path folder) throws IOException {
        after(Status.PASSED);
        Path file = folder.resolve("history.json");
        history.write(file);
        assertThat(History.read(file)).isEqualTo(history);

        Files.writeString(file, "{");
        assertThat(History.read(file).outcomes()).isEmpty();
        assertThat(History.read(folder.resolve("none.json")).outcomes()).isEmpty();
    }

    @Test
    void whatItDoesOnOneStackIsNoPastOfWhatItDoesOnAnother() {
        after(Status.PASSED);
        runs++;
        history = history.with(new RunResult(
                BEGIN.plusSeconds(runs),
                Duration.ofSeconds(1),
                false,
                Map.of("stack", "compose"),
                List.of(scenario(Status.FAILED))));
        assertThat(history.change(scenario(Status.FAILED))).isEqualTo(History.Change.NEW);

        assertThat(after(Status.PASSED)).isEqualTo(History.Change.SAME);
        assertThat(history.of(scenario(Status.PASSED))).hasSize(2);
    }

    private History.Change after(Status status) {
        runs++;
        history = history.with(run(status));
        return history.change(scenario(status));
    }

    private RunResult run(Status status) {
        return new RunResult(
                BEGIN.plusSeconds(runs), Duration.ofSeconds(1), false, Map.of(), List.of(scenario(status)));
    }

    private static ScenarioResult scenario(Status status) {
        return new ScenarioResult(
                "features/dubbing/01.feature:5",
                "Kept",
                "F",
                List.of("@DUB-003"),
                List.of("DUB-003"),
                status,
                "",
                Duration.ofMillis(1500),
                List.of(seconds(8), seconds(9)),
                List.of());
    }

    private static WireFormat.Reading seconds(double value) {
        return new WireFormat.Reading(
                "DUB-003",
                "time",
                value,
                "s",
                "at most 10 s",
                "seed 001",
                OptionalDouble.empty(),
                OptionalDouble.of(10),
                10 - value,
                true,
                Provenance.OBSERVED,
                "first event",
                Optional.empty());
    }
}
