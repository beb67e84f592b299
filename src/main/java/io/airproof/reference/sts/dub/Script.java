package io.airproof.reference.sts.dub;

import io.airproof.reference.sts.dub.sound.Phrase;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * What is said when.
 *
 * @param lines in order; none without speech
 */
record Script(List<Line> lines) {

    private static final Set<String> TENS =
            Set.of("twenty", "thirty", "forty", "fifty", "sixty", "seventy", "eighty", "ninety");
    private static final Set<String> UNITS =
            Set.of("one", "two", "three", "four", "five", "six", "seven", "eight", "nine");

    /** A phrase and its words. */
    record Line(Phrase phrase, String text) {}

    Script {
        lines = List.copyOf(lines);
    }

    /** Gives every word to the phrase it sounds in. */
    static Script of(List<Word> words, List<Phrase> phrases) {
        List<Line> lines = new ArrayList<>();
        for (Phrase phrase : phrases) {
            List<String> own = words.stream()
                    .filter(word -> nearest(phrases, word).equals(phrase))
                    .map(Word::text)
                    .toList();
            if (!own.isEmpty()) {
                lines.add(new Line(phrase, spelled(own)));
            }
        }
        return new Script(lines);
    }

    private static Phrase nearest(List<Phrase> phrases, Word word) {
        return phrases.stream()
                .min(Comparator.comparingDouble(phrase -> phrase.distance(word.middle())))
                .orElseThrow();
    }

    /** Numbers are spelled with a hyphen, as the translator knows them: "twenty-one". */
    static String spelled(List<String> words) {
        StringBuilder text = new StringBuilder();
        String before = "";
        for (String word : words) {
            if (text.length() > 0) {
                text.append(TENS.contains(before) && UNITS.contains(word) ? '-' : ' ');
            }
            text.append(word);
            before = word;
        }
        return text.toString();
    }

    /** The words in order, a comma for each pause. */
    String transcript() {
        return lines.stream().map(Line::text).collect(Collectors.joining(", "));
    }

    /** The same phrases with another text, split at its commas if they fit, else by length. */
    Script spoken(String translation) {
        String[] parts = translation.split(",");
        List<Line> translated = new ArrayList<>();
        if (parts.length == lines.size()) {
            for (int i = 0; i < parts.length; i++) {
                translated.add(new Line(lines.get(i).phrase(), parts[i].strip()));
            }
        } else {
            String[] words = translation.strip().split("\\s+");
            int total = lines.stream().mapToInt(line -> line.text().length()).sum();
            int done = 0;
            int from = 0;
            for (Line line : lines) {
                done += line.text().length();
                int to = Math.max(from, (int) Math.round((double) words.length * done / total));
                translated.add(new Line(line.phrase(), String.join(" ", Arrays.copyOfRange(words, from, to))));
                from = to;
            }
        }
        return new Script(
                translated.stream().filter(line -> !line.text().isBlank()).toList());
    }
}
