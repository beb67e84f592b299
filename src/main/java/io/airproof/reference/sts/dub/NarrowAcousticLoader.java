package io.airproof.reference.sts.dub;

import edu.cmu.sphinx.linguist.acoustic.tiedstate.Sphinx3Loader;
import edu.cmu.sphinx.util.props.PropertyException;
import edu.cmu.sphinx.util.props.PropertySheet;
import edu.cmu.sphinx.util.props.S4String;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.net.URISyntaxException;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.HashSet;
import java.util.Objects;
import java.util.Set;
import java.util.function.Predicate;

/**
 * Loads an acoustic model with less work. Reading the model definition of 137 000 triphones takes the library most of a
 * second, and it reads it twice: first to learn which phone a state belongs to, for which one triphone per state is
 * enough, then to make the triphones, of which the words of a small dictionary form only a tenth. What is recognised
 * stays the same. Public because the library makes it by its name.
 */
public final class NarrowAcousticLoader extends Sphinx3Loader {

    /** The resource that holds the dictionary; empty for all triphones. */
    @S4String(defaultValue = "")
    public static final String PROP_DICTIONARY = "dictionary";

    private static final String DEFINITION = "mdef";
    private static final Set<String> ALWAYS = Set.of("SIL", "+NSN+", "+SPN+", "-");

    private String dictionary = "";
    private boolean statesKnown;

    @Override
    public void newProperties(PropertySheet properties) throws PropertyException {
        super.newProperties(properties);
        dictionary = properties.getString(PROP_DICTIONARY);
    }

    @Override
    protected InputStream getDataStream(String file) throws IOException, URISyntaxException {
        InputStream all = super.getDataStream(file);
        if (!file.equals(DEFINITION)) {
            return all;
        }
        boolean second = statesKnown;
        statesKnown = true;
        if (second && dictionary.isEmpty()) {
            return all;
        }
        try (BufferedReader lines = new BufferedReader(new InputStreamReader(all, StandardCharsets.US_ASCII))) {
            Predicate<Triphone> wanted = second ? Triphone.of(phones()) : Triphone.withNewState();
            return ModelDefinition.only(wanted, lines.lines());
        }
    }

    private Set<String> phones() throws IOException {
        Set<String> phones = new HashSet<>(ALWAYS);
        InputStream words = Objects.requireNonNull(
                NarrowAcousticLoader.class.getResourceAsStream(dictionary), () -> dictionary + " is missing");
        try (BufferedReader lines = new BufferedReader(new InputStreamReader(words, StandardCharsets.US_ASCII))) {
            lines.lines()
                    .map(line -> line.strip().split("\\s+"))
                    .forEach(word -> phones.addAll(Arrays.asList(word).subList(Math.min(1, word.length), word.length)));
        }
        return phones;
    }
}
