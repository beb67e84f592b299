package io.airproof.shard;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ShardPlanTest {

    private final Path dir;

    ShardPlanTest(@TempDir Path dir) {
        this.dir = dir;
    }

    private ShardPlan plan(int count, Map<String, Double> durations) throws IOException {
        Files.writeString(dir.resolve("a.feature"), """
                Feature: F
                  Scenario: A
                    Given the long clip
                  Scenario: B
                    Given the long clip
                  Scenario: C
                    Given the short clip
                  Scenario Outline: D
                    Given the <which> clip
                    Examples:
                      | which |
                      | third |
                """);
        return ShardPlan.of(dir, new Durations(durations), count);
    }

    private String key(String scenario) {
        return ShardPlan.key(URI.create("file:" + dir.resolve("a.feature")), scenario);
    }

    @Test
    void everyScenarioHasOneShardAndTheSameOneEachTime() throws IOException {
        Map<String, Integer> first = plan(2, Map.of()).all();
        assertThat(first).containsOnlyKeys(key("A"), key("B"), key("C"), key("D"));
        assertThat(first.values()).contains(1, 2).allMatch(shard -> shard == 1 || shard == 2);
        assertThat(plan(2, Map.of()).all()).isEqualTo(first);
    }

    @Test
    void whatSharesAProgrammeStaysTogether() throws IOException {
        ShardPlan plan = plan(3, Map.of());
        assertThat(plan.shardOf(key("A"))).isEqualTo(plan.shardOf(key("B")));
        assertThat(plan.all().values().stream().collect(Collectors.toSet())).hasSize(3);
    }

    @Test
    void durationsBalanceTheShards() throws IOException {
        ShardPlan plan = plan(2, Map.of(key("A"), 10.0, key("C"), 90.0, key("D"), 70.0));
        assertThat(plan.shardOf(key("C"))).isNotEqualTo(plan.shardOf(key("D")));
        assertThat(plan.shardOf(key("A"))).isEqualTo(plan.shardOf(key("D")));
    }

    @Test
    void theFeaturesOfTheProjectCanBePlanned() throws IOException {
        ShardPlan plan = ShardPlan.of(Path.of("features"), Durations.read(Path.of("features", "durations.json")), 5);
        assertThat(plan.all().values().stream().collect(Collectors.toSet())).hasSize(5);
    }
}
