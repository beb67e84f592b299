package io.airproof.report.site;

import io.airproof.report.ScenarioResult;
import io.airproof.report.Status;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

/** The page of a scenario: its sentences, and under each what was measured for it. */
public final class ScenarioPage {
    private static final int LOG_LINES = 30;
    private static final int LONGEST_ERROR = 6000;

    /** Shorter steps are told without their time: it would be rounded to nothing. */
    private static final Duration WORTH_TELLING = Duration.ofMillis(50);

    private ScenarioPage() {}

    /**
     * A sentence and how it went.
     *
     * @param keyword such as Given
     * @param text the rest
     * @param argument its table or text, a line each
     * @param mark passed, failed, skipped or the like
     * @param took how long, for people; empty when it was not carried out
     * @param groups what was measured in it
     */
    public record Sentence(
            String keyword,
            String text,
            List<String> argument,
            String mark,
            String took,
            List<Measures.Group> groups) {}

    /**
     * A requirement of the scenario.
     *
     * @param id its id
     * @param text what must hold, as HTML
     * @param source the document that asks for it
     */
    public record Promised(String id, String text, String source) {}

    static Map<String, Object> model(
            ScenarioResult scenario, Report report, Optional<ScenarioResult> before, Optional<ScenarioResult> after) {
        Optional<Story.Scenario> told =
                Optional.ofNullable(report.story().scenarios().get(scenario.id()));
        Map<String, Object> model = new LinkedHashMap<>();
        model.put("row", Row.of(scenario));
        model.put("feature", scenario.feature());
        model.put("featurePage", Report.pageOf(Report.featureOf(scenario)));
        model.put("why", why(scenario, report));
        model.put("reason", scenario.status() == Status.NOT_RUN ? "" : shown(scenario.reason()));
        model.put(
                "prose",
                told.map(one -> Prose.html(one.description(), target -> "")).orElse(""));
        model.put("sentences", told.map(one -> sentences(one, report.texts())).orElse(List.of()));
        model.put("waits", told.flatMap(Story.Scenario::last).map(Waits::of).orElse(List.of()));
        model.put("sure", Assurance.of(scenario, report));
        model.put("untold", untold(scenario, told));
        model.put("attempts", told.map(one -> one.attempts().size()).orElse(0));
        model.put(
                "evidence",
                scenario.evidence().stream().map(report.shelf()::item).toList());
        List<Showcase> showcases = Streams.of(scenario).stream()
                .flatMap(stream -> Stream.ofNullable(report.showcases().get(stream)))
                .toList();
        model.put("showcases", showcases);
        model.put("log", log(scenario, report));
        model.put("past", Past.of(scenario, report.history()).toList());
        model.put("change", report.history().change(scenario).name().toLowerCase(java.util.Locale.ROOT));
        model.put(
                "trust", report.trust().map(one -> one.redFor(scenario.name())).orElse(List.of()));
        model.put("before", before.map(Row::of).map(List::of).orElse(List.of()));
        model.put("after", after.map(Row::of).map(List::of).orElse(List.of()));
        model.put("promises", promises(scenario, report));
        return model;
    }

    private static List<Promised> promises(ScenarioResult scenario, Report report) {
        return report.promises().all().stream()
                .map(Promises.Promise::requirement)
                .filter(one -> scenario.requirements().contains(one.id()))
                .map(one -> new Promised(one.id(), Prose.line(one.text()), one.source()))
                .toList();
    }

    static String why(ScenarioResult scenario, Report report) {
        return report.texts().text("scenario.why." + scenario.status().word(), Brief.of(scenario));
    }

    private static List<Sentence> sentences(Story.Scenario told, Texts texts) {
        Map<String, Story.Step> steps = new HashMap<>();
        told.last().ifPresent(last -> last.steps()
                .forEach(step -> step.sentence().ifPresent(sentence -> steps.put(sentence, step))));
        List<Sentence> sentences = new ArrayList<>();
        for (Story.Sentence one : told.sentences()) {
            Optional<Story.Step> step = Optional.ofNullable(steps.get(one.id()));
            sentences.add(new Sentence(
                    one.keyword(),
                    one.text(),
                    one.argument(),
                    step.map(Story.Step::status).orElse("not-run"),
                    step.filter(any -> any.took().compareTo(WORTH_TELLING) >= 0)
                            .map(any -> Row.seconds(any.took()))
                            .orElse(""),
                    Measures.grouped(step.map(Story.Step::readings).orElse(List.of()))));
        }
        told.last().ifPresent(last -> checks(last, texts, sentences));
        return sentences;
    }

    /** What went wrong without being a sentence: a check before the first one, or after the last one. */
    private static void checks(Story.Attempt attempt, Texts texts, List<Sentence> sentences) {
        boolean before = true;
        int place = 0;
        for (Story.Step step : attempt.steps()) {
            before &= step.sentence().isEmpty();
            if (step.sentence().isEmpty() && step.status().equals("failed")) {
                Sentence check = new Sentence(
                        texts.text(before ? "scenario.before" : "scenario.after"),
                        texts.text("scenario.check"),
                        List.of(),
                        step.status(),
                        "",
                        Measures.grouped(step.readings()));
                sentences.add(before ? place++ : sentences.size(), check);
            }
        }
    }

    /** Measurements that no sentence has: those of hooks, or all where the messages are missing. */
    private static List<Measures.Group> untold(ScenarioResult scenario, Optional<Story.Scenario> told) {
        boolean known = told.flatMap(Story.Scenario::last).isPresent();
        return known ? List.of() : Measures.grouped(scenario.measurements());
    }

    /** Lines about the programmes of the scenario: trouble first of all, otherwise the last ones. */
    static List<LogText.Line> log(ScenarioResult scenario, Report report) {
        List<LogText.Line> about = Streams.of(scenario).stream()
                .flatMap(stream -> report.logs().stream().flatMap(log -> log.about(stream).stream()))
                .toList();
        List<LogText.Line> trouble =
                about.stream().filter(LogText.Line::isTrouble).toList();
        List<LogText.Line> shown = trouble.isEmpty() && scenario.status() != Status.PASSED ? about : trouble;
        return shown.subList(Math.max(0, shown.size() - LOG_LINES), shown.size());
    }

    static String shown(String reason) {
        String masked = Mask.secrets(reason);
        return masked.length() <= LONGEST_ERROR ? masked : masked.substring(0, LONGEST_ERROR) + " … (cut)";
    }
}
