package io.airproof.report;

import io.cucumber.tagexpressions.TagExpressionParser;
import java.util.List;

/** The scenarios that this run was asked for: those that the tag filter lets run, or all if there is none. */
public final class Selection {

    /** System property of the tag filter. */
    static final String TAG_FILTER = "cucumber.filter.tags";

    private Selection() {}

    /** Whether a scenario with these tags is to be run. */
    public static boolean has(List<String> tags) {
        String filter = System.getProperty(TAG_FILTER, "");
        return filter.isBlank() || TagExpressionParser.parse(filter).evaluate(tags);
    }
}
