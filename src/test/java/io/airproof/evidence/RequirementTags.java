package io.airproof.evidence;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;

/** Finds requirement ids among tags: {@code @DUB-007} names the requirement {@code DUB-007}. */
public final class RequirementTags {
    private static final Pattern TAG = Pattern.compile("@[A-Z]{2,5}-\\d{3}");

    private RequirementTags() {}

    /** Whether the tag, with its at sign, has the form of a requirement id. */
    public static boolean isId(String tag) {
        return TAG.matcher(tag).matches();
    }

    /** The ids among the tags, without the at sign, each once, in order. */
    public static List<String> idsOf(Iterable<String> tags) {
        List<String> ids = new ArrayList<>();
        for (String tag : tags) {
            if (isId(tag) && !ids.contains(tag.substring(1))) {
                ids.add(tag.substring(1));
            }
        }
        return List.copyOf(ids);
    }
}
