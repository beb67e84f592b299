package io.airproof.report.site;

import io.airproof.report.RunResult;
import io.airproof.report.ScenarioResult;
import io.airproof.report.Status;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * Everything that the pages are made of.
 *
 * @param run the results
 * @param story what the messages tell
 * @param promises the requirements and how they stand
 * @param history outcomes of this run and earlier ones
 * @param trust what the suite made of seeded faults, if that is known
 * @param scale how many programmes at once the machine carried, if that is known
 * @param logs of the services
 * @param showcases what there is to hear and see, by stream
 * @param shelf where evidence is put
 * @param texts the words of the site
 */
record Report(
        RunResult run,
        Story story,
        Promises promises,
        History history,
        Optional<Trust> trust,
        Optional<Scale> scale,
        List<LogText> logs,
        Map<String, Showcase> showcases,
        Shelf shelf,
        Texts texts) {

    private static final String FEATURE_END = "\\.feature(:\\d+)?$";

    /** The same in another language. */
    Report in(Texts other) {
        return new Report(run, story, promises, history, trust, scale, logs, showcases, shelf, other);
    }

    /** The scenarios by the file of their feature, in order of the results. */
    Map<String, List<ScenarioResult>> byFeature() {
        Map<String, List<ScenarioResult>> features = new LinkedHashMap<>();
        run.scenarios().forEach(one -> features.computeIfAbsent(featureOf(one), any -> new java.util.ArrayList<>())
                .add(one));
        return features;
    }

    /** Path of the feature that a scenario stands in. */
    static String featureOf(ScenarioResult scenario) {
        return scenario.id().replaceFirst(":\\d+$", "");
    }

    /** File name of the page of a feature. */
    static String pageOf(String feature) {
        return Slug.of(feature.replaceFirst(FEATURE_END, "")) + ".html";
    }

    /** The system that a feature belongs to: the folder that it stands in. */
    static String systemOf(String feature) {
        String[] parts = feature.split("/", -1);
        return parts.length > 1 ? parts[parts.length - 2] : feature;
    }

    /** The verdict over everything that was run, as the word of a mark. */
    String verdict() {
        if (!run.with(Status.FAILED).isEmpty()) {
            return Standing.FAILED.word();
        }
        if (!run.with(Status.NOT_MEASURED).isEmpty()) {
            return Standing.NOT_MEASURED.word();
        }
        if (!run.with(Status.UNSTABLE).isEmpty()) {
            return Standing.UNSTABLE.word();
        }
        if (run.with(Status.PASSED).isEmpty()) {
            return Standing.NOT_RUN.word();
        }
        return run.interrupted() ? Standing.PARTLY.word() : Standing.PROVEN.word();
    }

    /** The same as one sentence. */
    String verdictSentence() {
        String sentence = texts.text(
                "verdict." + verdict(),
                promises.count(Standing.PROVEN),
                promises.all().size(),
                promises.count(Standing.FAILED),
                promises.count(Standing.NOT_MEASURED),
                promises.count(Standing.UNSTABLE),
                promises.count(Standing.PARTLY));
        return run.interrupted() ? sentence + " " + texts.text("verdict.interrupted") : sentence;
    }
}
