package io.airproof.reference.sts.dub;

import java.util.BitSet;
import java.util.Set;
import java.util.StringTokenizer;
import java.util.function.Predicate;

/**
 * A line of an acoustic model's definition: a phone, the ones before and after ("-" for a phone alone), where in the word,
 * an attribute, the transition matrix, the states and an N. There are more than 100 000 of them, so a line is only read as
 * far as it is asked for.
 *
 * @param line the text
 */
record Triphone(String line) {

    private static final int PHONES = 3;
    private static final int COLUMNS_BEFORE_STATES = 6;
    private static final int DECIMAL = 10;

    /** A phone that stands alone. */
    boolean alone() {
        StringTokenizer columns = new StringTokenizer(line);
        columns.nextToken();
        return columns.nextToken().equals("-");
    }

    /** True for those that are made of these phones. */
    static Predicate<Triphone> of(Set<String> phones) {
        return one -> {
            StringTokenizer columns = new StringTokenizer(one.line);
            for (int phone = 0; phone < PHONES; phone++) {
                if (!phones.contains(columns.nextToken())) {
                    return false;
                }
            }
            return true;
        };
    }

    /** True for those, one after the other, with a state that none before had. */
    static Predicate<Triphone> withNewState() {
        BitSet seen = new BitSet();
        return one -> one.addStates(seen);
    }

    /** True if one of the states was not there yet. */
    private boolean addStates(BitSet states) {
        boolean added = false;
        int column = 0;
        int at = 0;
        while (at < line.length()) {
            char first = line.charAt(at);
            if (first == ' ') {
                at++;
                continue;
            }
            int number = 0;
            while (at < line.length() && line.charAt(at) != ' ') {
                number = DECIMAL * number + line.charAt(at) - '0';
                at++;
            }
            if (column >= COLUMNS_BEFORE_STATES && Character.isDigit(first)) {
                added |= !states.get(number);
                states.set(number);
            }
            column++;
        }
        return added;
    }
}
