package io.airproof.report.site;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.RandomAccessFile;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class LogTextTest {
    private final Path file;

    LogTextTest(@TempDir Path folder) {
        file = folder.resolve("media-service.log");
    }

    @Test
    void linesAreReadableAndTroubleIsKnown() throws IOException {
        Files.writeString(file, """
                {"time":"2026-01-01T00:00:00Z","level":"INFO","message":"the pull has ended: error -5","stream_id":"a-1"}
                {"time":"2026-01-01T00:00:01Z","level":"ERROR","message":"no STS","stream_id":"a-1","token":"hunter22"}
                2026/01/01 00:00:02 WAR [path live/b-2/in] late
                {broken
                """);
        LogText log = LogText.read(file);

        assertThat(log.service()).isEqualTo("media-service");
        assertThat(log.lines()).extracting(LogText.Line::level).containsExactly("info", "error", "warning", "info");
        assertThat(log.lines().get(1).text()).isEqualTo("2026-01-01T00:00:01Z ERROR no STS");
        assertThat(log.lines().get(1).raw()).doesNotContain("hunter22");
        assertThat(log.about("a-1")).hasSize(2);
    }

    @Test
    void ofALogOf200MbTheEndIsRead() throws IOException {
        try (RandomAccessFile log = new RandomAccessFile(file.toFile(), "rw")) {
            log.setLength(200_000_000);
            log.seek(log.length() - 100);
            log.write("\nthe last line\n".getBytes(StandardCharsets.UTF_8));
            log.setLength(log.getFilePointer());
        }
        LogText log = LogText.read(file);

        assertThat(log.leftOut()).isGreaterThan(190_000_000);
        assertThat(log.lines().get(log.lines().size() - 1).text()).isEqualTo("the last line");
        assertThat(log.lines()).allSatisfy(line -> assertThat(line.text()).hasSizeLessThan(700));
    }
}
