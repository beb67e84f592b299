package io.airproof.world;

import static org.assertj.core.api.Assertions.assertThat;

import io.airproof.stack.ServiceLog;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class LogScanTest {

    private static final Instant FROM = Instant.parse("2026-01-01T10:00:00Z");
    private static final Instant UP_TO = Instant.parse("2026-01-01T10:01:00Z");

    private final Path dir;

    LogScanTest(@TempDir Path dir) {
        this.dir = dir;
    }

    private List<String> unexpected(String conditions, String... lines) throws IOException {
        Path file = Files.write(dir.resolve("service.log"), List.of(lines));
        return new LogScan("clip-1", conditions, FROM, UP_TO).unexpected(List.of(new ServiceLog("service", file)));
    }

    private static String line(String time, String level, String event, String streamId) {
        return "{\"time\":\"%s\",\"level\":\"%s\",\"event\":\"%s\",\"stream_id\":\"%s\",\"message\":\"m\"}"
                .formatted(time, level, event, streamId);
    }

    @Test
    void aProgrammeThatNothingDisturbsMayLeaveNothing() throws IOException {
        String warning = line("2026-01-01T10:00:05Z", "WARN", "fragment_timeout", "clip-1");
        assertThat(unexpected("", line("2026-01-01T10:00:05Z", "INFO", "segment_cut", "clip-1")))
                .isEmpty();
        assertThat(unexpected("", warning)).containsExactly("service: " + warning);
        assertThat(unexpected("", line("2026-01-01T10:00:05Z", "ERROR", "run_loop", "clip-1")))
                .hasSize(1);
    }

    @Test
    void aConditionExcusesWhatItProvokesAndNothingElse() throws IOException {
        String timeout = line("2026-01-01T10:00:05Z", "WARN", "fragment_timeout", "clip-1");
        String lost = line("2026-01-01T10:00:06Z", "WARN", "sts_lost", "clip-1");
        assertThat(unexpected("never answers", timeout)).isEmpty();
        assertThat(unexpected("never answers", timeout, lost)).containsExactly("service: " + lost);
    }

    @Test
    void linesOfOtherStreamsAreTheirs() throws IOException {
        assertThat(unexpected("", line("2026-01-01T10:00:05Z", "WARN", "sts_lost", "clip-2")))
                .isEmpty();
    }

    @Test
    void linesOfNoStreamBelongToAllThatWereOnAir() throws IOException {
        assertThat(unexpected("", line("2026-01-01T10:00:05Z", "ERROR", "no_memory", "")))
                .hasSize(1);
        assertThat(unexpected("", line("2026-01-01T10:02:00Z", "ERROR", "no_memory", "")))
                .isEmpty();
    }

    @Test
    void mediaMtxAndItsHookAreReadToo() throws IOException {
        String closed = "2026/01/01 10:00:05 WAR [path live/clip-1/in] reader is too slow";
        String failed = "mtx-hook: path=\"live/clip-1/in\" event=ready code=503: the media-service refused the event";
        assertThat(unexpected("", closed, failed)).hasSize(2);
        assertThat(unexpected("nobody answers hooks", failed)).isEmpty();
        assertThat(unexpected(
                        "",
                        "mtx-hook: path=\"live/clip-1/in\" event=ready code=200",
                        "2026/01/01 10:00:05 INF [path live/clip-1/in] stream is available",
                        "2026/01/01 10:00:05 ERR [API] path not found"))
                .isEmpty();
    }
}
