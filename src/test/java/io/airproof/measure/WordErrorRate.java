package io.airproof.measure;

import java.util.Arrays;
import java.util.List;
import java.util.OptionalInt;
import java.util.regex.Pattern;

/**
 * Words of an English transcript that differ from what was said, by the fewest edits.
 *
 * <p>Case, punctuation, accents and apostrophes do not count ("Don't" is "dont"), a hyphen separates words, and numerals
 * from 1 to 99 are read as words.
 *
 * @param substitutions words taken for another
 * @param insertions words nobody said
 * @param deletions words not heard
 * @param referenceWords words that were said
 */
public record WordErrorRate(int substitutions, int insertions, int deletions, int referenceWords) {

    private static final Pattern APOSTROPHES = Pattern.compile("['’ʼ`]");
    private static final Pattern NO_WORD = Pattern.compile("[^\\p{L}\\p{N}]+");

    public static WordErrorRate of(String reference, String hypothesis) {
        List<String> said = words(reference);
        Alignment alignment = Alignment.of(said, words(hypothesis));
        return new WordErrorRate(alignment.substitutions(), alignment.insertions(), alignment.deletions(), said.size());
    }

    /** The rate over several texts: their errors and words added up. */
    public WordErrorRate plus(WordErrorRate other) {
        return new WordErrorRate(
                substitutions + other.substitutions,
                insertions + other.insertions,
                deletions + other.deletions,
                referenceWords + other.referenceWords);
    }

    /**
     * Errors per word said: 0 when all is right; may exceed 1 when many words were added.
     *
     * @throws IllegalStateException if nothing was said, since then there is no rate
     */
    public double rate() {
        if (referenceWords == 0) {
            throw new IllegalStateException("a word error rate needs a reference with at least one word");
        }
        return (double) (substitutions + insertions + deletions) / referenceWords;
    }

    private static List<String> words(String text) {
        String plain = PlainText.of(text);
        return NO_WORD.splitAsStream(APOSTROPHES.matcher(plain).replaceAll(""))
                .filter(word -> !word.isEmpty())
                .flatMap(word -> Arrays.stream(spelled(word).split(" ")))
                .toList();
    }

    private static String spelled(String word) {
        OptionalInt number = NumberWords.numeral(word);
        return number.isPresent() ? NumberWords.ENGLISH.word(number.getAsInt()).replace('-', ' ') : word;
    }
}
