package io.airproof.evidence;

import org.opentest4j.TestAbortedException;

/**
 * The chosen stack lacks a power that the scenario needs, such as killing a service. The scenario is shown as <em>not
 * run</em> with the reason; it is neither green nor red.
 */
public final class NotRunHereException extends TestAbortedException {
    private static final long serialVersionUID = 1L;

    /**
     * @param power what is needed: {@code stopping a service}
     * @param stack name of the stack that lacks it
     */
    public NotRunHereException(String power, String stack) {
        this("Not run here: the stack \"" + stack + "\" does not allow " + power + ".");
    }

    private NotRunHereException(String reason) {
        super(reason);
    }

    /** The scenario is too long for a daily run, and was not asked for. */
    public static NotRunHereException byDay() {
        return new NotRunHereException(
                "Not run by day: it takes too long. Choose it with -Dcucumber.filter.tags=@nightly.");
    }
}
