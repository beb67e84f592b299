package io.airproof.report.samples;

import io.airproof.evidence.Evidence;
import io.airproof.evidence.Limit;
import io.airproof.evidence.Measurement;
import io.airproof.evidence.NotRunHereException;
import io.airproof.evidence.Provenance;
import io.airproof.evidence.Suspect;
import io.airproof.evidence.Wait;
import io.cucumber.java.After;
import io.cucumber.java.Before;
import io.cucumber.java.Scenario;
import io.cucumber.java.Status;
import io.cucumber.java.en.Given;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.List;

/** One step for each way a scenario can end. */
public final class SampleSteps {
    private static final int EXIT_CODE_OF_CTRL_C = 130;
    private static final Instant WAITED_SINCE = Instant.parse("2026-01-04T12:00:00Z");

    private final Evidence evidence;

    /** Made by PicoContainer, with the evidence of the scenario. */
    public SampleSteps(Evidence evidence) {
        this.evidence = evidence;
    }

    /** Binds the evidence. */
    @Before
    public void bind(Scenario scenario) {
        evidence.attachTo(scenario);
    }

    /** Asks for a measurement of every tagged requirement. */
    @After
    public void complete(Scenario scenario) {
        if (scenario.getStatus() == Status.PASSED) {
            evidence.requireMeasured(scenario.getSourceTagNames());
        }
    }

    /** Finds something after the last sentence. */
    @After("@noisy")
    public void listen() {
        throw new AssertionError(
                "1 line that nothing explains:\n  sts: {\"level\":\"WARN\",\"message\":\"late\",\"token\":\"hunter22\"}");
    }

    /** Proves that a time is at most 10 s. */
    @Given("{word} takes {double} s")
    public void takes(String requirement, double seconds) {
        evidence.file(Path.of("target", "sample.flv"));
        evidence.prove(new Measurement(
                        requirement,
                        "time",
                        seconds,
                        "s",
                        Limit.atMost(10, "s", "seed 001"),
                        Provenance.MEASURED,
                        "00:01.000")
                .suspecting(Suspect.STS));
    }

    /** Proves nothing. */
    @Given("nothing is proven")
    public void nothing() {
        // This is the point: a scenario without a measurement must not pass.
    }

    /** Cannot measure. */
    @Given("{word} cannot be measured")
    public void cannot(String requirement) {
        evidence.waited(new Wait("the sample is ready", WAITED_SINCE, Duration.ofMillis(500), "reached", List.of()));
        evidence.waited(new Wait(
                "the first packet",
                WAITED_SINCE.plusMillis(500),
                Duration.ofMillis(1500),
                "deadline",
                List.of(
                        new Wait.Look(Duration.ZERO, "no packet"),
                        new Wait.Look(Duration.ofMillis(1500), "still no packet, token=hunter22"))));
        throw evidence.notMeasured(requirement, "the recorder got no packet");
    }

    /** Needs a power that this stack lacks. */
    @Given("a service is stopped")
    public void stopped() {
        throw new NotRunHereException("stopping a service", "external");
    }

    /** Ends the JVM as Ctrl-C does: shutdown hooks run, nothing else. */
    @Given("the run is interrupted here")
    public void interrupted() {
        System.exit(EXIT_CODE_OF_CTRL_C);
    }
}
