package io.airproof.steps.dubbing;

import io.airproof.stack.StsKind;
import io.airproof.world.StsBenchWorld;
import io.cucumber.java.After;
import io.cucumber.java.ParameterType;
import io.cucumber.java.en.Given;
import java.util.Locale;
import java.util.Map;

/** Which STS a client of the suite's own speaks to. */
public final class StsBenchSteps {

    private final StsBenchWorld bench;

    public StsBenchSteps(StsBenchWorld bench) {
        this.bench = bench;
    }

    /** "echo" or "dubbing". */
    @ParameterType("echo|dubbing")
    public StsKind profile(String name) {
        return StsKind.valueOf(name.toUpperCase(Locale.ROOT));
    }

    @Given("the client speaks to the {profile} STS")
    public void speaksTo(StsKind kind) {
        bench.use(kind);
    }

    @Given("the client speaks to an {profile} STS that takes {int} ms for each fragment")
    public void speaksToASlowOne(StsKind kind, int milliseconds) {
        bench.use(kind, Map.of("ECHO_PROCESSING_DELAY_MS", Integer.toString(milliseconds)));
    }

    @Given("the client speaks to a(n) {profile} STS with these settings")
    public void speaksToOneWith(StsKind kind, Map<String, String> settings) {
        bench.use(kind, settings);
    }

    /** Hangs up whatever happened. */
    @After
    public void hangUp() {
        bench.close();
    }
}
