package io.airproof.report.site;

import io.airproof.report.Status;
import java.util.List;
import java.util.Locale;

/** How a requirement stands after a run. The words are keys of the site's texts and names of its marks. */
enum Standing {
    /** A scenario shows it broken. */
    FAILED,
    /** A scenario could not measure it. */
    NOT_MEASURED,
    /** Shown only after an attempt that failed. */
    UNSTABLE,
    /** Broken, and known to be. */
    KNOWN_DEFECT,
    /** Some of its scenarios passed, the others were not run. */
    PARTLY,
    /** All its scenarios passed. */
    PROVEN,
    /** It has scenarios, and none was run. */
    NOT_RUN,
    /** It has no scenario. */
    UNSPECIFIED;

    /** What the scenarios of a requirement come to; the worst of them counts. */
    static Standing of(List<Status> scenarios) {
        if (scenarios.isEmpty()) {
            return UNSPECIFIED;
        }
        for (Standing red : List.of(FAILED, NOT_MEASURED, UNSTABLE, KNOWN_DEFECT)) {
            if (scenarios.contains(Status.valueOf(red.name()))) {
                return red;
            }
        }
        if (!scenarios.contains(Status.PASSED)) {
            return NOT_RUN;
        }
        return scenarios.contains(Status.NOT_RUN) ? PARTLY : PROVEN;
    }

    String word() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }
}
