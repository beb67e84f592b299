package io.airproof.measure;

import java.text.Normalizer;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.OptionalInt;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * The numbers 1 to 99 as words of a language, read out of free text.
 *
 * <p>Read are words, with or without accents, and numerals; everything else is passed over. Tens and a unit belong
 * together when only blanks, a hyphen or the language's "and" stand between them: "twenty one" is 21, "twenty, one" is 20
 * and 1. In Spanish "un" and "una" count as 1, also when they are meant as an article.
 */
@SuppressWarnings("ImmutableEnumChecker") // its list and map are unmodifiable copies
public enum NumberWords {
    /** one … ninety-nine. */
    ENGLISH(
            "one two three four five six seven eight nine ten eleven twelve thirteen fourteen fifteen sixteen"
                    + " seventeen eighteen nineteen twenty twenty-one twenty-two twenty-three twenty-four twenty-five"
                    + " twenty-six twenty-seven twenty-eight twenty-nine",
            "thirty forty fifty sixty seventy eighty ninety",
            "-",
            "and"),
    /** uno … noventa y nueve. */
    SPANISH(
            "uno dos tres cuatro cinco seis siete ocho nueve diez once doce trece catorce quince dieciséis diecisiete"
                    + " dieciocho diecinueve veinte veintiuno veintidós veintitrés veinticuatro veinticinco veintiséis"
                    + " veintisiete veintiocho veintinueve",
            "treinta cuarenta cincuenta sesenta setenta ochenta noventa",
            " y ",
            "y");

    /** The greatest number that is known. */
    public static final int GREATEST = 99;

    private static final Pattern WORD = Pattern.compile("[\\p{L}\\p{M}]+|\\p{Nd}+");
    private static final Pattern LOOSE = Pattern.compile("[\\s\\u00AD-]*");

    private final List<String> words;
    private final Map<String, Integer> values;
    private final String and;

    NumberWords(String toTwentyNine, String tens, String join, String and) {
        Map<String, Integer> known = new HashMap<>();
        List<String> all = new ArrayList<>(List.of(toTwentyNine.split(" ")));
        for (String ten : tens.split(" ")) {
            all.add(ten);
            for (int unit = 0; unit < 9; unit++) {
                all.add(ten + join + all.get(unit));
                known.put(ten + "i" + PlainText.of(all.get(unit)), all.size());
            }
        }
        words = List.copyOf(all);
        this.and = and;
        for (int i = 0; i < words.size(); i++) {
            known.put(PlainText.of(words.get(i)), i + 1);
        }
        if (and.equals("y")) {
            known.putAll(Map.of("un", 1, "una", 1, "veintiun", 21, "veintiuna", 21));
        }
        values = Map.copyOf(known);
    }

    /**
     * The usual word, as "twenty-one" or "treinta y uno".
     *
     * @throws IllegalArgumentException if the number is not 1 to 99
     */
    public String word(int number) {
        if (number < 1 || number > GREATEST) {
            throw new IllegalArgumentException("words are known for 1 to 99, not for " + number);
        }
        return words.get(number - 1);
    }

    /** The numbers of a text in order. */
    public List<Integer> in(String text) {
        String normal = Normalizer.normalize(text, Normalizer.Form.NFC);
        List<Integer> found = new ArrayList<>();
        Matcher matcher = WORD.matcher(normal);
        int openTens = 0;
        int end = 0;
        while (matcher.find()) {
            boolean close =
                    LOOSE.matcher(normal.substring(end, matcher.start())).matches();
            end = matcher.end();
            String word = PlainText.of(matcher.group());
            if (openTens > 0 && close && word.equals(and)) {
                continue;
            }
            OptionalInt value = value(word);
            boolean unit = value.isPresent() && value.getAsInt() < 10 && !Character.isDigit(word.charAt(0));
            if (openTens > 0 && close && unit) {
                found.set(found.size() - 1, openTens + value.getAsInt());
                openTens = 0;
                continue;
            }
            value.ifPresent(found::add);
            boolean tens = value.isPresent() && value.getAsInt() >= 20 && value.getAsInt() % 10 == 0;
            openTens = tens && !Character.isDigit(word.charAt(0)) ? value.getAsInt() : 0;
        }
        return List.copyOf(found);
    }

    /** The value of a numeral from 1 to 99. */
    static OptionalInt numeral(String word) {
        if (!word.matches("0?[1-9][0-9]?")) {
            return OptionalInt.empty();
        }
        int value = Integer.parseInt(word);
        return value <= GREATEST ? OptionalInt.of(value) : OptionalInt.empty();
    }

    private OptionalInt value(String word) {
        Integer value = values.get(word);
        return value == null ? numeral(word) : OptionalInt.of(value);
    }
}
