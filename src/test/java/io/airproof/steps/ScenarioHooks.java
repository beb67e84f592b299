package io.airproof.steps;

import io.airproof.evidence.Evidence;
import io.airproof.evidence.RequirementTags;
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

    /** Reads the requirement id from the tags and opens the evidence. */
    @Before(order = 0)
    public void open(Scenario scenario) {
        evidence.attachTo(scenario);
        RequirementTags.idsOf(scenario.getSourceTagNames()).forEach(requirement::is);
    }

    /** A scenario that passed without a measurement of its requirement has proven nothing. */
    @After(order = 0)
    public void everyRequirementIsMeasured(Scenario scenario) {
        if (scenario.getStatus() == Status.PASSED) {
            evidence.requireMeasured(scenario.getSourceTagNames());
        }
    }
}
