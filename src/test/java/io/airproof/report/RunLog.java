package io.airproof.report;

import io.airproof.evidence.RequirementTags;
import io.airproof.evidence.WireFormat;
import io.cucumber.messages.Convertor;
import io.cucumber.messages.types.Attachment;
import io.cucumber.messages.types.Envelope;
import io.cucumber.messages.types.Pickle;
import io.cucumber.messages.types.PickleTag;
import io.cucumber.messages.types.TestCase;
import io.cucumber.messages.types.TestCaseFinished;
import io.cucumber.messages.types.TestCaseStarted;
import io.cucumber.messages.types.TestStepFinished;
import io.cucumber.messages.types.TestStepResult;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Predicate;

/**
 * Everything the message stream has told so far. Fed from many threads; can be asked at any time, also in the middle
 * of a run that is being interrupted.
 */
final class RunLog {
    private static final String KNOWN_DEFECT = "@known-defect";
    private static final String NOT_SELECTED = "not selected by the tag filter";
    private static final String NOT_BEGUN = "the run was interrupted before the scenario began";
    private static final String NOT_ENDED = "the run was interrupted before the scenario ended";

    private final Map<String, Pickle> pickles = new LinkedHashMap<>();
    private final Map<String, String> pickleOfTestCase = new HashMap<>();
    private final Map<String, Attempt> attempts = new LinkedHashMap<>();
    private final Predicate<List<String>> selected;
    private final Outline outline = new Outline();

    /** @param selected whether a scenario with these tags was to be run */
    RunLog(Predicate<List<String>> selected) {
        this.selected = selected;
    }

    synchronized void hear(Envelope message) {
        message.getGherkinDocument().ifPresent(outline::add);
        message.getPickle().ifPresent(pickle -> pickles.put(pickle.getId(), pickle));
        message.getTestCase().ifPresent(this::hear);
        message.getTestCaseStarted().ifPresent(this::hear);
        message.getTestStepFinished().ifPresent(this::hear);
        message.getAttachment().ifPresent(this::hear);
        message.getTestCaseFinished().ifPresent(this::hear);
    }

    /** Whether there are scenarios, and none of them was to be run. A share of a run may have none. */
    synchronized boolean nothingSelected() {
        return !pickles.isEmpty() && pickles.values().stream().noneMatch(pickle -> selected.test(tagsOf(pickle)));
    }

    /** Every scenario so far, ordered by feature file and line. */
    synchronized List<ScenarioResult> results(Instant now, boolean interrupted) {

        Map<String, List<Attempt>> byPickle = new HashMap<>();
        attempts.values().forEach(attempt -> byPickle.computeIfAbsent(attempt.pickle, any -> new ArrayList<>())
                .add(attempt));
        return pickles.values().stream()
                .sorted(Comparator.comparing(Pickle::getUri).thenComparing(outline::lineOf))
                .map(pickle -> result(pickle, byPickle.getOrDefault(pickle.getId(), List.of()), interrupted, now))
                .toList();
    }

    private static List<String> tagsOf(Pickle pickle) {
        return pickle.getTags().stream().map(PickleTag::getName).toList();
    }

    private ScenarioResult result(Pickle pickle, List<Attempt> tries, boolean interrupted, Instant now) {
        List<String> tags = tagsOf(pickle);
        Optional<Attempt> last = tries.isEmpty() ? Optional.empty() : Optional.of(tries.get(tries.size() - 1));
        Verdict verdict = tries.isEmpty()
                ? new Verdict(Status.NOT_RUN, interrupted && selected.test(tags) ? NOT_BEGUN : NOT_SELECTED)
                : verdict(tries);
        if (tags.contains(KNOWN_DEFECT)) {
            verdict = verdict.withKnownDefect();
        }
        return new ScenarioResult(
                outline.idOf(pickle),
                pickle.getName(),
                outline.featureOf(pickle),
                tags,
                RequirementTags.idsOf(tags),
                verdict.status(),
                verdict.reason(),
                last.map(attempt -> Duration.between(attempt.started, attempt.finished.orElse(now)))
                        .orElse(Duration.ZERO),
                last.map(attempt -> List.copyOf(attempt.measurements)).orElse(List.of()),
                last.map(attempt -> List.copyOf(attempt.files)).orElse(List.of()));
    }

    private Verdict verdict(List<Attempt> tries) {
        Attempt last = tries.get(tries.size() - 1);
        Verdict verdict = Verdict.of(last.steps);
        if (last.finished.isEmpty() && verdict.status() == Status.PASSED) {
            return new Verdict(Status.NOT_RUN, NOT_ENDED);
        }
        if (verdict.status() == Status.PASSED && tries.size() > 1) {
            return new Verdict(
                    Status.UNSTABLE,
                    "passed at attempt " + tries.size() + " only: "
                            + Verdict.of(tries.get(0).steps).reason());
        }
        return verdict;
    }

    private void hear(TestCase testCase) {
        pickleOfTestCase.put(testCase.getId(), testCase.getPickleId());
    }

    private void hear(TestCaseStarted begun) {
        String pickle = pickleOfTestCase.getOrDefault(begun.getTestCaseId(), "");
        attempts.put(begun.getId(), new Attempt(pickle, Convertor.toInstant(begun.getTimestamp())));
    }

    private void hear(TestStepFinished step) {
        attempt(step.getTestCaseStartedId()).ifPresent(attempt -> attempt.steps.add(step.getTestStepResult()));
    }

    private void hear(TestCaseFinished ended) {
        attempt(ended.getTestCaseStartedId())
                .ifPresent(attempt -> attempt.finished = Optional.of(Convertor.toInstant(ended.getTimestamp())));
    }

    private void hear(Attachment attachment) {
        attachment.getTestCaseStartedId().flatMap(this::attempt).ifPresent(attempt -> {
            if (attachment.getMediaType().equals(WireFormat.MEASUREMENT)) {
                attempt.measurements.add(WireFormat.read(attachment.getBody()));
            } else if (attachment.getMediaType().equals(WireFormat.FILE)) {
                attempt.files.add(WireFormat.readFile(attachment.getBody()));
            }
        });
    }

    private Optional<Attempt> attempt(String testCaseStartedId) {
        return Optional.ofNullable(attempts.get(testCaseStartedId));
    }

    /** One go at a scenario. */
    private static final class Attempt {
        private final String pickle;
        private final Instant started;
        private Optional<Instant> finished = Optional.empty();
        private final List<TestStepResult> steps = new ArrayList<>();
        private final List<WireFormat.Reading> measurements = new ArrayList<>();
        private final List<String> files = new ArrayList<>();

        private Attempt(String pickle, Instant started) {
            this.pickle = pickle;
            this.started = started;
        }
    }
}
