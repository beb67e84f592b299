package io.airproof.steps;

import io.airproof.world.WaitWorld;
import io.cucumber.java.After;
import io.cucumber.java.Before;

/** Around every scenario: what it waits for becomes evidence. */
public final class WaitHooks {

    private final WaitWorld waits;

    public WaitHooks(WaitWorld waits) {
        this.waits = waits;
    }

    /** Listens, once the evidence is open. */
    @Before(order = 1)
    public void listen() {
        waits.listen();
    }

    /** The last to go: other hooks wait too. */
    @After(order = 0)
    public void end() {
        waits.end();
    }
}
