package io.airproof.steps;

import io.airproof.world.CurrentRun;
import io.cucumber.java.AfterAll;

/** The end of a run: whatever was started is stopped. (It starts by itself when the first scenario needs it.) */
public final class RunHooks {

    private RunHooks() {}

    /** Stops the stack. */
    @AfterAll
    public static void stop() {
        CurrentRun.close();
    }
}
