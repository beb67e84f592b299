package io.airproof.measure;

import java.util.List;

/**
 * How two sequences lie on each other with the fewest edits; among those, the one with the most matches.
 *
 * @param matches places where both have the same
 * @param substitutions places where they differ
 * @param deletions what only the expected one has
 * @param insertions what only the other one has
 */
record Alignment(int matches, int substitutions, int deletions, int insertions) {

    static <T> Alignment of(List<T> expected, List<T> got) {
        Alignment[] above = new Alignment[got.size() + 1];
        above[0] = new Alignment(0, 0, 0, 0);
        for (int j = 1; j <= got.size(); j++) {
            above[j] = above[j - 1].inserted();
        }
        for (T item : expected) {
            Alignment[] row = new Alignment[got.size() + 1];
            row[0] = above[0].deleted();
            for (int j = 1; j <= got.size(); j++) {
                Alignment both = item.equals(got.get(j - 1)) ? above[j - 1].matched() : above[j - 1].substituted();
                row[j] = better(both, better(above[j].deleted(), row[j - 1].inserted()));
            }
            above = row;
        }
        return above[got.size()];
    }

    int edits() {
        return substitutions + deletions + insertions;
    }

    private static Alignment better(Alignment a, Alignment b) {
        if (a.edits() != b.edits()) {
            return a.edits() < b.edits() ? a : b;
        }
        return a.matches >= b.matches ? a : b;
    }

    private Alignment matched() {
        return new Alignment(matches + 1, substitutions, deletions, insertions);
    }

    private Alignment substituted() {
        return new Alignment(matches, substitutions + 1, deletions, insertions);
    }

    private Alignment deleted() {
        return new Alignment(matches, substitutions, deletions + 1, insertions);
    }

    private Alignment inserted() {
        return new Alignment(matches, substitutions, deletions, insertions + 1);
    }
}
