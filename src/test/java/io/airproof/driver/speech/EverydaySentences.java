package io.airproof.driver.speech;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.regex.Pattern;

/** Draws sentences from patterns with gaps, so that each run speaks sentences that no service was prepared for. */
public final class EverydaySentences {

    private static final Pattern GAP = Pattern.compile("\\{(\\w+)}");
    private static final Pattern LIST = Pattern.compile("(\\w+):\\s*(.+)");

    private final List<String> patterns;
    private final Map<String, List<String>> words;

    private EverydaySentences(List<String> patterns, Map<String, List<String>> words) {
        this.patterns = List.copyOf(patterns);
        this.words = Map.copyOf(words);
    }

    /**
     * Reads patterns and word lists.
     *
     * @throws IOException if the file cannot be read
     * @throws IllegalArgumentException if a pattern has a gap without a list
     */
    public static EverydaySentences read(Path file) throws IOException {
        return parse(Files.readAllLines(file));
    }

    static EverydaySentences parse(List<String> lines) {
        List<String> patterns = new ArrayList<>();
        Map<String, List<String>> words = new HashMap<>();
        for (String line : lines) {
            var list = LIST.matcher(line);
            if (list.matches()) {
                words.put(list.group(1), Arrays.asList(list.group(2).split("\\s*,\\s*")));
            } else if (!line.isBlank() && !line.startsWith("#")) {
                patterns.add(line.strip());
            }
        }
        for (String pattern : patterns) {
            GAP.matcher(pattern).results().map(gap -> gap.group(1)).forEach(name -> {
                if (!words.containsKey(name)) {
                    throw new IllegalArgumentException(
                            "\"%s\" has a gap {%s}, and there is no list \"%s:\"".formatted(pattern, name, name));
                }
            });
        }
        return new EverydaySentences(patterns, words);
    }

    /**
     * Draws sentences of different patterns.
     *
     * @param count how many, at most as many as there are patterns
     * @param seed the same seed gives the same sentences
     */
    public List<String> draw(int count, long seed) {
        if (count > patterns.size()) {
            throw new IllegalArgumentException("there are %d patterns, not %d".formatted(patterns.size(), count));
        }
        Random random = new Random(seed);
        List<String> shuffled = new ArrayList<>(patterns);
        Collections.shuffle(shuffled, random);
        return shuffled.subList(0, count).stream()
                .map(pattern -> GAP.matcher(pattern).replaceAll(gap -> pick(gap.group(1), random)))
                .toList();
    }

    private String pick(String list, Random random) {
        List<String> choices = words.getOrDefault(list, List.of());
        return choices.get(random.nextInt(choices.size()));
    }
}
