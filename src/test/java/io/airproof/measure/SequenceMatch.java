package io.airproof.measure;

import java.util.List;

/**
 * A sequence that was got against the one that was expected, order kept, with the fewest edits. Exact where no other
 * way to put things right is as short as what happened.
 *
 * @param right got at their place
 * @param wrong another one got in their place
 * @param missing expected, nothing got
 * @param extra got, nothing expected
 */
public record SequenceMatch(int right, int wrong, int missing, int extra) {

    public static <T> SequenceMatch of(List<T> expected, List<T> got) {
        Alignment alignment = Alignment.of(expected, got);
        return new SequenceMatch(
                alignment.matches(), alignment.substitutions(), alignment.deletions(), alignment.insertions());
    }

    /** Nothing wrong, missing or extra. */
    public boolean exact() {
        return wrong + missing + extra == 0;
    }
}
