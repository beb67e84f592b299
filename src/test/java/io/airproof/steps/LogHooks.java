package io.airproof.steps;

import io.airproof.world.LogScanWorld;
import io.airproof.world.OwnStage;
import io.cucumber.java.After;
import io.cucumber.java.Scenario;
import io.cucumber.java.Status;
import java.util.List;

/** After every scenario: what the services wrote about its streams is looked through, and what is on air ends. */
public final class LogHooks {

    private final LogScanWorld logs;
    private final OwnStage stage;

    public LogHooks(LogScanWorld logs, OwnStage stage) {
        this.logs = logs;
        this.stage = stage;
    }

    /** Ends the streams and services of the scenario's own. */
    @After(order = 1)
    public void clear() {
        stage.close();
    }

    /** A line at WARN or above that nothing explains fails the scenario, whatever else it has proven. */
    @After(order = 2)
    public void noUnexpectedLine(Scenario scenario) {
        if (scenario.getStatus() != Status.PASSED && scenario.getStatus() != Status.FAILED) {
            return;
        }
        List<String> lines = logs.unexpectedLines();
        if (!lines.isEmpty()) {
            throw new AssertionError(
                    "%d %s at WARN or above that nothing in the scenario explains (wire contract, dubbing, §9):%n  %s"
                            .formatted(
                                    lines.size(),
                                    lines.size() == 1 ? "line" : "lines",
                                    String.join(System.lineSeparator() + "  ", lines)));
        }
    }
}
