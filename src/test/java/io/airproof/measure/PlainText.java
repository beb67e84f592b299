package io.airproof.measure;

import java.text.Normalizer;
import java.util.Locale;
import java.util.regex.Pattern;

/** Text without what spellings differ in. */
final class PlainText {

    private static final Pattern MARKS = Pattern.compile("\\p{M}+");

    private PlainText() {}

    /** Lower case without accents. */
    static String of(String text) {
        return MARKS.matcher(Normalizer.normalize(text, Normalizer.Form.NFD))
                .replaceAll("")
                .toLowerCase(Locale.ROOT);
    }
}
