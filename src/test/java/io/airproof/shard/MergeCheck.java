package io.airproof.shard;

import static org.assertj.core.api.Assertions.assertThat;

import io.airproof.report.site.Site;
import java.io.IOException;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;

/**
 * {@code ./mvnw -B verify -Pmerge -Dshards=<dir>}: makes one report of those of all shards, which were collected somewhere
 * below the folder, and is red if one of them is. Writes how long everything took beside it: that is {@code
 * features/durations.json} for the next time.
 */
class MergeCheck {

    @Test
    void all_shards_are_there_and_none_is_red() throws IOException {
        MergedRun run = MergedRun.of(Path.of(System.getProperty("shards", "shards")));
        Path reports = Path.of("reports");
        run.writeReport(reports);
        run.durations().write(reports.resolve("durations.json"));
        System.out.println("Merged: " + run.counts() + " (" + Site.write(reports.resolve("results.json")) + ")");
        assertThat(run.red()).as("scenarios that are red").isEmpty();
    }
}
