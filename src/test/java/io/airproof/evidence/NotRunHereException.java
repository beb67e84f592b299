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
        super("Not run here: the stack \"" + stack + "\" does not allow " + power + ".");
    }
}
