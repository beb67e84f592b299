package io.airproof.steps;

import io.airproof.evidence.Evidence;
import io.airproof.evidence.KnownDefects;
import io.airproof.evidence.NotRunHereException;
import io.airproof.evidence.RequirementTags;
import io.airproof.shard.Shard;
import io.airproof.world.ScenarioRequirement;
import io.cucumber.java.After;
import io.cucumber.java.Before;
import io.cucumber.java.Scenario;
import io.cucumber.java.Status;

/** The frame around every scenario: which requirement it proves, and that it really measured it. */
public final class ScenarioHooks {

    private final Evidence evidence;
    private final ScenarioRequirement requirement;

    public ScenarioHooks(Evidence evidence, ScenarioRequirement requirement) {
        this.evidence = evidence;
        this.requirement = requirement;
    }

    /** Reads the requirement id from the tags, opens the evidence, and leaves to other shards what is theirs. */
    @Before(order = 0)
    public void open(Scenario scenario) {
        evidence.attachTo(scenario);
        RequirementTags.idsOf(scenario.getSourceTagNames()).forEach(requirement::is);
        evidence.expectDefects(KnownDefects.ofThisRun().among(scenario.getSourceTagNames()));
        Shard.ofThisRun().requireMine(scenario.getUri(), scenario.getName());
    }

    /** What is too long for a daily run is run when the tags ask for it. */
    @Before(value = "@nightly", order = 1)
    public void onlyByNight() {
        if (!System.getProperty("cucumber.filter.tags", "").contains("@nightly")) {
            throw NotRunHereException.byDay();
        }
    }

    /** A scenario that passed without a measurement of its requirement has proven nothing. */
    @After(order = 0)
    public void everyRequirementIsMeasured(Scenario scenario) {
        if (scenario.getStatus() == Status.PASSED) {
            evidence.requireMeasured(scenario.getSourceTagNames());
            evidence.requireDefects();
        }
    }
}
