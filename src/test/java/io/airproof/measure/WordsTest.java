package io.airproof.measure;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.constraints.Size;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class WordsTest {

    @ParameterizedTest
    @EnumSource(NumberWords.class)
    void everyNumberIsRead(NumberWords words) {
        List<Integer> all = IntStream.rangeClosed(1, 99).boxed().toList();
        assertThat(words.in(all.stream().map(words::word).collect(Collectors.joining(" "))))
                .isEqualTo(all);
        assertThat(words.in(all.stream()
                        .map(words::word)
                        .collect(Collectors.joining(", "))
                        .toUpperCase(Locale.ROOT)))
                .isEqualTo(all);
    }

    @Property(tries = 200)
    void anySequenceIsRead(
            @ForAll NumberWords words, @ForAll @Size(max = 12) List<@IntRange(min = 1, max = 99) Integer> numbers) {
        assertThat(words.in(numbers.stream().map(words::word).collect(Collectors.joining(", "))))
                .isEqualTo(numbers);
    }

    @Test
    void englishAsItIsWritten() {
        assertThat(NumberWords.ENGLISH.in("nineteen twenty twenty one twenty-two"))
                .containsExactly(19, 20, 21, 22);
        assertThat(NumberWords.ENGLISH.in("Well, Twenty, one; and ten. Someone, often: 31 of 100!"))
                .containsExactly(20, 1, 10, 31);
        assertThat(NumberWords.ENGLISH.in("")).isEmpty();
    }

    @Test
    void spanishAsItIsWritten() {
        assertThat(NumberWords.SPANISH.in("veintidós veintitres Veintiséis veinte y uno treinta y un"))
                .containsExactly(22, 23, 26, 21, 31);
        assertThat(NumberWords.SPANISH.in("un, dos y tres; una casa, treintaiuno, cuarenta dos, veintiún"))
                .containsExactly(1, 2, 3, 1, 31, 42, 21);
        assertThat(NumberWords.SPANISH.in("dieciséis y treinta y nada")).containsExactly(16, 30);
        assertThat(NumberWords.SPANISH.word(35)).isEqualTo("treinta y cinco");
        assertThatThrownBy(() -> NumberWords.SPANISH.word(100)).hasMessageContaining("not for 100");
    }

    @Test
    void aSequenceIsMatchedInOrder() {
        assertThat(SequenceMatch.of(List.of(1, 2, 3, 4), List.of(1, 2, 3, 4)).exact())
                .isTrue();
        assertThat(SequenceMatch.of(List.of(1, 2, 3, 4), List.of(1, 3, 4))).isEqualTo(new SequenceMatch(3, 0, 1, 0));
        assertThat(SequenceMatch.of(List.of(1, 2, 3, 4), List.of(1, 2, 9, 4, 5)))
                .isEqualTo(new SequenceMatch(3, 1, 0, 1));
        assertThat(SequenceMatch.of(List.of(1, 2, 3, 4), List.of(4, 3, 2, 1)).right())
                .isEqualTo(1);
        assertThat(SequenceMatch.of(List.of(), List.of(7))).isEqualTo(new SequenceMatch(0, 0, 0, 1));
    }

    @Property(tries = 200)
    void everyItemIsCountedOnce(
            @ForAll @Size(max = 12) List<@IntRange(max = 5) Integer> expected,
            @ForAll @Size(max = 12) List<@IntRange(max = 5) Integer> got) {
        SequenceMatch match = SequenceMatch.of(expected, got);
        assertThat(match.right() + match.wrong() + match.missing()).isEqualTo(expected.size());
        assertThat(match.right() + match.wrong() + match.extra()).isEqualTo(got.size());
        assertThat(match.exact()).isEqualTo(expected.equals(got));
    }

    @Property(tries = 200)
    void editsThatWereMadeAreCounted(
            @ForAll @IntRange(min = 1, max = 30) int length,
            @ForAll @Size(max = 30) List<@IntRange(max = 3) Integer> edits) {
        // Every item is another, and so is each that is put in: then no other way is shorter than the edits made.
        List<Integer> expected = IntStream.range(0, length).boxed().toList();
        List<Integer> got = new ArrayList<>();
        int wrong = 0;
        int missing = 0;
        int extra = 0;
        int before = 0;
        for (int i = 0; i < length; i++) {
            int edit = i < edits.size() ? edits.get(i) : 0;
            // A loss beside an addition is a substitution: at most one of them, with an item kept between.
            edit = before == 0 ? edit : 0;
            before = edit;
            switch (edit) {
                case 1 -> {
                    got.add(1000 + i);
                    wrong++;
                }
                case 2 -> missing++;
                case 3 -> {
                    got.add(1000 + i);
                    got.add(i);
                    extra++;
                }
                default -> got.add(i);
            }
        }
        assertThat(SequenceMatch.of(expected, got))
                .isEqualTo(new SequenceMatch(length - wrong - missing, wrong, missing, extra));
    }

    @Property(tries = 100)
    void oneItemLessIsOneMissing(@ForAll @Size(min = 1, max = 12) List<Integer> expected, @ForAll @IntRange int at) {
        List<Integer> got = new ArrayList<>(expected);
        got.remove(Math.floorMod(at, expected.size()));
        assertThat(SequenceMatch.of(expected, got)).isEqualTo(new SequenceMatch(got.size(), 0, 1, 0));
    }

    @Test
    void wordsAreComparedNotSpellings() {
        assertThat(WordErrorRate.of("Don't wait: it's twenty-one o’clock!", "dont wait its 21 oclock")
                        .rate())
                .isZero();
        WordErrorRate rate = WordErrorRate.of("the train leaves at eight", "a train leaves it at");
        assertThat(rate).isEqualTo(new WordErrorRate(1, 1, 1, 5));
        assertThat(rate.rate()).isCloseTo(0.6, within(1e-12));
        assertThat(WordErrorRate.of("one two", "").rate()).isEqualTo(1);
        assertThat(rate.plus(WordErrorRate.of("yes of course not", "yes of course not")))
                .isEqualTo(new WordErrorRate(1, 1, 1, 9));
        assertThatThrownBy(() -> WordErrorRate.of(" .", "x").rate()).hasMessageContaining("at least one word");
    }
}
