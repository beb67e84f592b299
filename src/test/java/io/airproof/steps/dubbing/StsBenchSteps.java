package io.airproof.steps.dubbing;

import io.airproof.run.StsProfile;
import io.airproof.world.StsBenchWorld;
import io.cucumber.java.After;
import io.cucumber.java.en.Given;
import java.util.Map;

/** Which STS a client of the suite's own speaks to. */
public final class StsBenchSteps {

    private final StsBenchWorld bench;

    public StsBenchSteps(StsBenchWorld bench) {
        this.bench = bench;
    }

    @Given("the client speaks to the {profile} STS")
    public void speaksTo(StsProfile profile) {
        bench.use(profile);
    }

    @Given("the client speaks to an {profile} STS that takes {int} ms for each fragment")
    public void speaksToASlowOne(StsProfile profile, int milliseconds) {
        bench.use(profile, Map.of("ECHO_PROCESSING_DELAY_MS", Integer.toString(milliseconds)));
    }

    @Given("the client speaks to a(n) {profile} STS with these settings")
    public void speaksToOneWith(StsProfile profile, Map<String, String> settings) {
        bench.use(profile, settings);
    }

    /** Hangs up whatever happened. */
    @After
    public void hangUp() {
        bench.close();
    }
}
