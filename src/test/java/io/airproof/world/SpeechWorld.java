package io.airproof.world;

import io.airproof.measure.NumberWords;
import io.airproof.measure.Reading;
import io.airproof.measure.SequenceMatch;
import io.airproof.run.Segment;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;

/** What the STS says that it heard and said, word by word. */
public final class SpeechWorld {

    /** One number a second, in fragments of 6 s (contract dubbing §10). */
    private static final int NUMBERS_PER_FRAGMENT = 6;

    private final PublisherWorld publisher;

    public SpeechWorld(PublisherWorld publisher) {
        this.publisher = publisher;
    }

    /** How many of the numbers 1 to {@code last} the transcripts give in their order. */
    public List<Figure> numbersRight(int last) {
        return List.of(Figure.of("all transcripts", match(last).right()));
    }

    /** How many numbers the transcripts give beyond those that were spoken. */
    public List<Figure> numbersTooMany(int last) {
        return List.of(Figure.of("all transcripts", match(last).extra()));
    }

    /** How many of the numbers 1 to {@code last} are in the transcript of the fragment in which they were spoken. */
    public List<Figure> numbersInTheirFragment(int last) {
        long right = 0;
        for (int number = 1; number <= last; number++) {
            int fragment = (number - 1) / NUMBERS_PER_FRAGMENT;
            if (fragment < segments().size()
                    && english(segments().get(fragment)).contains(number)) {
                right++;
            }
        }
        return List.of(Figure.of("all transcripts", right));
    }

    /** How many number words are in the transcript of each fragment. */
    public List<Figure> englishNumbers() {
        return perFragment(
                segment -> NumberWords.ENGLISH.in(segment.text("transcript")).size());
    }

    /** How many Spanish number words have the value of an English one at the same place, for each fragment. */
    public List<Figure> spanishNumbersOfEqualValue() {
        return perFragment(segment -> equalValues(english(segment), spanish(segment)));
    }

    /** How many Spanish number words have no English one of their value, for each fragment. */
    public List<Figure> spanishNumbersOfOtherValue() {
        return perFragment(segment -> spanish(segment).size() - equalValues(english(segment), spanish(segment)));
    }

    private SequenceMatch match(int last) {
        List<Integer> heard = new ArrayList<>();
        segments().forEach(segment -> heard.addAll(english(segment)));
        return SequenceMatch.of(IntStream.rangeClosed(1, last).boxed().toList(), heard);
    }

    private static int equalValues(List<Integer> english, List<Integer> spanish) {
        return SequenceMatch.of(english, spanish).right();
    }

    private static List<Integer> english(Segment segment) {
        return NumberWords.ENGLISH.in(segment.text("transcript"));
    }

    private static List<Integer> spanish(Segment segment) {
        return NumberWords.SPANISH.in(segment.text("translated_text"));
    }

    private List<Segment> segments() {
        return publisher.broadcast().segments();
    }

    private List<Figure> perFragment(java.util.function.ToDoubleFunction<Segment> figure) {
        return segments().stream()
                .map(segment -> segment.result().isPresent()
                        ? new Figure(segment.where(), Reading.measured(figure.applyAsDouble(segment)))
                        : Figure.none(segment.where(), "no result came"))
                .toList();
    }
}
