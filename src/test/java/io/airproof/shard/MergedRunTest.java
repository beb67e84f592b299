package io.airproof.shard;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class MergedRunTest {

    private static final String RAN =
            "{\"id\":\"f.feature:%d\",\"name\":\"%s\",\"status\":\"%s\",\"reason\":\"\",\"duration_s\":2.5}";
    private static final String ELSEWHERE =
            "{\"id\":\"f.feature:%d\",\"name\":\"%s\",\"status\":\"not-run\",\"reason\":\"Runs in shard %s.\",\"duration_s\":0}";

    private final Path dir;

    MergedRunTest(@TempDir Path dir) {
        this.dir = dir;
    }

    private void shard(String name, String shard, String one, String other) throws IOException {
        Files.writeString(
                Files.createDirectories(dir.resolve(name)).resolve("results.json"),
                "{\"run\":{\"shard\":\"%s\",\"tags\":\"\",\"stack\":\"local\",\"wall_s\":%d,\"interrupted\":false},\"scenarios\":[%s,%s]}"
                        .formatted(shard, name.length(), one, other));
    }

    private void both(String secondStatus) throws IOException {
        shard("a", "1/2", RAN.formatted(3, "One", "passed"), ELSEWHERE.formatted(7, "Two", "2/2"));
        shard("bb", "2/2", ELSEWHERE.formatted(3, "One", "1/2"), RAN.formatted(7, "Two", secondStatus));
    }

    @Test
    void eachScenarioIsAsItsShardSaysAndTheRunAsLongAsTheLongest() throws IOException {
        both("failed");
        MergedRun run = MergedRun.of(dir);
        assertThat(run.counts()).isEqualTo(Map.of("passed", 1, "failed", 1));
        assertThat(run.red()).singleElement().asString().contains("failed", "Two", "f.feature:7");
        assertThat(run.durations().seconds()).isEqualTo(Map.of("f.feature / One", 2.5, "f.feature / Two", 2.5));
        run.write(dir.resolve("merged.json"));
        JsonNode written =
                new ObjectMapper().readTree(dir.resolve("merged.json").toFile());
        assertThat(written.at("/run/wall_s").asDouble()).isEqualTo(2);
        assertThat(written.at("/scenarios/1/status").asText()).isEqualTo("failed");
    }

    @Test
    void aMissingShardIsNamed() throws IOException {
        shard("a", "1/2", RAN.formatted(3, "One", "passed"), ELSEWHERE.formatted(7, "Two", "2/2"));
        assertThatThrownBy(() -> MergedRun.of(dir)).hasMessageContaining("Shard 2/2 is missing");
    }

    @Test
    void aDoubledShardIsNamed() throws IOException {
        both("passed");
        shard("c", "2/2", ELSEWHERE.formatted(3, "One", "1/2"), RAN.formatted(7, "Two", "passed"));
        assertThatThrownBy(() -> MergedRun.of(dir))
                .hasMessageContainingAll("Shard 2/2 is there twice", "bb/results.json", "c/results.json");
    }

    @Test
    void aScenarioThatNoneOrTwoHaveRunIsNamed() throws IOException {
        shard("a", "1/2", RAN.formatted(3, "One", "passed"), RAN.formatted(7, "Two", "passed"));
        shard("bb", "2/2", ELSEWHERE.formatted(3, "One", "1/2"), RAN.formatted(7, "Two", "passed"));
        assertThatThrownBy(() -> MergedRun.of(dir)).hasMessageContaining("f.feature:7 was run by more than one shard");
        shard("a", "1/2", ELSEWHERE.formatted(3, "One", "2/2"), ELSEWHERE.formatted(7, "Two", "2/2"));
        assertThatThrownBy(() -> MergedRun.of(dir)).hasMessageContaining("No shard has run f.feature:3");
    }

    @Test
    void whatIsNoShardOrOfAnotherRunIsRefused() throws IOException {
        assertThatThrownBy(() -> MergedRun.of(dir)).hasMessageContaining("There is no results.json");
        both("passed");
        shard("bb", "2/2", ELSEWHERE.formatted(4, "One", "1/2"), RAN.formatted(7, "Two", "passed"));
        assertThatThrownBy(() -> MergedRun.of(dir)).hasMessageContaining("of different runs");
        shard("bb", "", ELSEWHERE.formatted(4, "One", "1/2"), RAN.formatted(7, "Two", "passed"));
        assertThatThrownBy(() -> MergedRun.of(dir)).hasMessageContaining("was run without -Dshard");
    }
}
