package io.airproof.report;

import static org.assertj.core.api.Assertions.assertThat;

import io.cucumber.messages.types.Envelope;
import io.cucumber.messages.types.Pickle;
import io.cucumber.messages.types.PickleTag;
import java.util.List;
import org.junit.jupiter.api.Test;

class RunLogTest {

    @Test
    void knowsThatAFilterSelectsNothing() {
        RunLog log = new RunLog(tags -> tags.contains("@p9"));
        log.hear(scenario("@p1"));
        log.hear(scenario("@p2"));
        assertThat(log.nothingSelected()).isTrue();
    }

    @Test
    void knowsThatAFilterSelectsSomething() {
        RunLog log = new RunLog(tags -> tags.contains("@p1"));
        log.hear(scenario("@p1"));
        log.hear(scenario("@p2"));
        assertThat(log.nothingSelected()).isFalse();
    }

    @Test
    void aRunThatEndsBeforeItsFeaturesAreReadHasNoWrongFilter() {
        assertThat(new RunLog(tags -> false).nothingSelected()).isFalse();
    }

    private static Envelope scenario(String tag) {
        return Envelope.of(new Pickle(
                "id of " + tag,
                "features/sample.feature",
                "Sample",
                "en",
                List.of(),
                List.of(new PickleTag(tag, "node")),
                List.of("node")));
    }
}
