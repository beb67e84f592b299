package io.airproof.reference.sts.dub;

import java.io.ByteArrayInputStream;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Predicate;
import java.util.stream.Stream;

/** The text file that lists the triphones of an acoustic model (CMU Sphinx "mdef", version 0.3). */
final class ModelDefinition {

    private static final String BASES = " n_base";
    private static final String TRIPHONES = " n_tri";
    private static final String STATES = " n_state_map";
    private static final char COMMENT = '#';

    /** Lines before the first phone: the version, seven counts, three comments. */
    private static final int LONGEST_HEADER_LINE = 24;

    private ModelDefinition() {}

    /**
     * The definition with all phones that stand alone, and with the triphones that are wanted.
     *
     * @throws IllegalArgumentException if the text is no model definition
     */
    static InputStream only(Predicate<Triphone> wanted, Stream<String> definition) {
        List<String> header = new ArrayList<>();
        List<String> kept = new ArrayList<>();
        int all = 0;
        for (String line : (Iterable<String>) definition::iterator) {
            if (line.length() < LONGEST_HEADER_LINE || line.charAt(0) == COMMENT) {
                header.add(line);
                continue;
            }
            all++;
            Triphone one = new Triphone(line);
            if (wanted.test(one) || one.alone()) {
                kept.add(line);
            }
        }
        int triphones = kept.size() - count(header, BASES);
        int states = all == 0 ? 0 : count(header, STATES) / all * kept.size();
        header.replaceAll(line -> line.endsWith(TRIPHONES) ? triphones + TRIPHONES : line);
        header.replaceAll(line -> line.endsWith(STATES) ? states + STATES : line);
        header.addAll(kept);
        return new ByteArrayInputStream(String.join("\n", header).getBytes(StandardCharsets.US_ASCII));
    }

    private static int count(List<String> header, String of) {
        return header.stream()
                .filter(line -> line.endsWith(of))
                .mapToInt(line -> Integer.parseInt(line.substring(0, line.length() - of.length())))
                .findFirst()
                .orElseThrow(() -> new IllegalArgumentException("the model definition does not say" + of));
    }
}
