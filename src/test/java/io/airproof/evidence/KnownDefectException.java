package io.airproof.evidence;

import org.opentest4j.TestAbortedException;

/** A promise is broken as it is known to be. The scenario has a status of its own; it does not turn the run red. */
public final class KnownDefectException extends TestAbortedException {
    private static final long serialVersionUID = 1L;

    /**
     * @param link where the defect is written down
     * @param failure the text of the failure
     */
    public KnownDefectException(String link, String failure) {
        super("Known defect" + (link.isBlank() ? "" : ", " + link) + ".\n" + failure);
    }
}
