package io.airproof.evidence;

/**
 * A requirement could not be measured. This is neither kept nor broken: the scenario is red, with the status
 * <em>not measured</em> and this reason.
 */
public final class NotMeasuredException extends RuntimeException {
    private static final long serialVersionUID = 1L;

    /**
     * @param requirement id such as {@code DUB-007}
     * @param reason why there is no number, and what would give one
     */
    public NotMeasuredException(String requirement, String reason) {
        super(requirement + " was not measured: " + reason);
    }
}
