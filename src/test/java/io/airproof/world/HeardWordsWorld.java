package io.airproof.world;

import io.airproof.driver.speech.EnglishVoice;
import io.airproof.driver.speech.SpanishVoice;
import io.airproof.measure.NumberWords;
import io.airproof.measure.Reading;
import io.airproof.measure.SequenceMatch;
import io.airproof.measure.WordTemplates;
import io.airproof.media.Sound;
import io.airproof.run.AcceptanceRun;
import io.airproof.run.AnalysedBroadcast;
import io.airproof.run.Segment;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** The number words that are heard in the output, found by the suite's own ear. */
public final class HeardWordsWorld {

    private static final String SPANISH = "es ";
    private static final String ENGLISH = "en ";
    private static final String ENGLISH_VOICE = "rms";
    private static final String SPANISH_VOICE = "es";
    private static final double PERCENT = 100;

    /** Share of words misheard in the control up to which it is one, percent: between a strange voice and another text. */
    private static final double CREDIBLE_ERRORS = 50;

    private final AcceptanceRun run;
    private final PublisherWorld publisher;

    public HeardWordsWorld(CurrentRun run, PublisherWorld publisher) {
        this.run = run.get();
        this.publisher = publisher;
    }

    /**
     * Of each dubbed segment: the share of announced Spanish numbers that are not heard in the output less the share that
     * are not heard in the clean dub, in percentage points. What the ear mishears in both cancels.
     */
    public List<Figure> wordErrorsAgainstCleanDub() {
        WordTemplates ear = ear();
        return dubbed().stream()
                .map(segment -> {
                    List<Integer> announced = NumberWords.SPANISH.in(segment.text("translated_text"));
                    if (announced.isEmpty()) {
                        return Figure.none(segment.where(), "no Spanish number was announced");
                    }
                    Reading<Double> control = segment.dub()
                            .map(dub -> errors(announced, ear.in(dub)))
                            .flatMap(HeardWordsWorld::credible);
                    Reading<Double> difference = control.flatMap(
                            clean -> output(segment).map(output -> errors(announced, ear.in(output)) - clean));
                    return new Figure(segment.where(), difference);
                })
                .toList();
    }

    /** How many English number words are heard in the output of each dubbed segment, in percent of those spoken. */
    public List<Figure> englishWordsLeft() {
        WordTemplates ear = ear();
        return dubbed().stream()
                .map(segment -> {
                    int spoken =
                            NumberWords.ENGLISH.in(segment.text("transcript")).size();
                    return new Figure(
                            segment.where(),
                            output(segment)
                                    .map(output -> PERCENT
                                            * ear.in(output).stream()
                                                    .filter(word -> word.startsWith(ENGLISH))
                                                    .count()
                                            / Math.max(1, spoken)));
                })
                .toList();
    }

    /** A control that fails says that the dub is another text, or its voice one that the ear does not understand. */
    private static Reading<Double> credible(double control) {
        return control <= CREDIBLE_ERRORS
                ? Reading.measured(control)
                : Reading.unmeasurable(
                        "in the dub itself %.0f %% of the announced numbers are not heard".formatted(control));
    }

    private static double errors(List<Integer> announced, List<String> heard) {
        List<Integer> spanish = heard.stream()
                .filter(word -> word.startsWith(SPANISH))
                .map(word -> Integer.valueOf(word.substring(SPANISH.length())))
                .toList();
        return PERCENT
                * (announced.size() - SequenceMatch.of(announced, spanish).right())
                / announced.size();
    }

    private WordTemplates ear() {
        EnglishVoice english = new EnglishVoice(run.tools().flite(), ENGLISH_VOICE);
        SpanishVoice spanish = new SpanishVoice(run.tools().espeakNg(), SPANISH_VOICE);
        int last = run.fixtures()
                .get(publisher.broadcast().broadcast().programme().clip())
                .words()
                .size();
        Map<String, Sound> examples = new LinkedHashMap<>();
        for (int number = 1; number <= last; number++) {
            examples.put(SPANISH + number, spanish.speak(NumberWords.SPANISH.word(number)));
            examples.put(ENGLISH + number, english.speak(NumberWords.ENGLISH.word(number)));
        }
        return new WordTemplates(examples);
    }

    private Reading<Sound> output(Segment segment) {
        AnalysedBroadcast broadcast = publisher.broadcast();
        return broadcast.outputSound().flatMap(sound -> broadcast.outputZero().map(zero -> {
            Duration from = zero.plus(segment.start());
            return sound.slice(from, from.plus(segment.length()));
        }));
    }

    private List<Segment> dubbed() {
        return publisher.broadcast().segments().stream().filter(Segment::dubbed).toList();
    }
}
