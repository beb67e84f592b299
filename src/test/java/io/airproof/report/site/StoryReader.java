package io.airproof.report.site;

import io.airproof.evidence.Wait;
import io.airproof.evidence.WaitFormat;
import io.airproof.evidence.WireFormat;
import io.airproof.report.Outline;
import io.cucumber.messages.Convertor;
import io.cucumber.messages.ndjson.Deserializer;
import io.cucumber.messages.types.Attachment;
import io.cucumber.messages.types.Envelope;
import io.cucumber.messages.types.Exception;
import io.cucumber.messages.types.Pickle;
import io.cucumber.messages.types.TestCase;
import io.cucumber.messages.types.TestCaseStarted;
import io.cucumber.messages.types.TestStep;
import io.cucumber.messages.types.TestStepFinished;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

/** Reads Cucumber's messages, one JSON object a line. A line that cannot be read is counted and left out. */
final class StoryReader {
    /** Kinds of messages that say nothing to a reader; they are more than half of a file. */
    private static final List<String> SKIPPED =
            List.of("{\"stepDefinition\"", "{\"hook\"", "{\"parameterType\"", "{\"source\"");

    private final Deserializer deserializer = new Deserializer();
    private final Outline outline = new Outline();
    private final FeatureTexts texts = new FeatureTexts();
    private final Map<String, Pickle> pickles = new LinkedHashMap<>();
    private final Map<String, TestCase> testCases = new HashMap<>();
    private final Map<String, Go> goes = new LinkedHashMap<>();
    private int unreadable;

    private StoryReader() {}

    /**
     * The story in the file; an untold one where there is no such file.
     *
     * @throws UncheckedIOException when the file cannot be read; the message names it
     */
    static Story read(Path file) {
        if (!Files.isRegularFile(file)) {
            return Story.untold();
        }
        StoryReader reader = new StoryReader();
        try (BufferedReader lines = Files.newBufferedReader(file)) {
            for (String line = lines.readLine(); line != null; line = lines.readLine()) {
                reader.hear(line);
            }
        } catch (IOException e) {
            throw new UncheckedIOException("Cannot read the messages in " + file + ": " + e.getMessage(), e);
        }
        return reader.story();
    }

    /** Whether a message is about step definitions and the like. */
    static boolean tellsOfTheSuite(String line) {
        return SKIPPED.stream().anyMatch(line::startsWith);
    }

    private void hear(String line) {
        if (line.isBlank() || tellsOfTheSuite(line)) {
            return;
        }
        try {
            hear(deserializer.readValue(line));
        } catch (IOException | RuntimeException broken) {
            unreadable++;
        }
    }

    private void hear(Envelope message) {
        message.getGherkinDocument().ifPresent(document -> {
            outline.add(document);
            texts.add(document);
        });
        message.getPickle().ifPresent(pickle -> pickles.put(pickle.getId(), pickle));
        message.getTestCase().ifPresent(testCase -> testCases.put(testCase.getId(), testCase));
        message.getTestCaseStarted().ifPresent(begun -> goes.put(begun.getId(), new Go(begun)));
        message.getTestStepFinished()
                .ifPresent(step -> go(step.getTestCaseStartedId()).ifPresent(go -> go.steps.add(step)));
        message.getAttachment().ifPresent(this::hear);
        message.getTestCaseFinished().ifPresent(ended -> go(ended.getTestCaseStartedId())
                .ifPresent(go -> go.finished = Optional.of(Convertor.toInstant(ended.getTimestamp()))));
    }

    private void hear(Attachment attachment) {
        if (attachment.getMediaType().equals(WireFormat.MEASUREMENT)) {
            attachment.getTestCaseStartedId().flatMap(this::go).ifPresent(go -> go.readings
                    .computeIfAbsent(attachment.getTestStepId().orElse(""), any -> new ArrayList<>())
                    .add(WireFormat.read(attachment.getBody())));
        } else if (attachment.getMediaType().equals(WaitFormat.MEDIA_TYPE)) {
            attachment
                    .getTestCaseStartedId()
                    .flatMap(this::go)
                    .ifPresent(go -> go.waits.add(WaitFormat.read(attachment.getBody())));
        }
    }

    private Optional<Go> go(String testCaseStartedId) {
        return Optional.ofNullable(goes.get(testCaseStartedId));
    }

    private Story story() {
        Map<String, List<Story.Attempt>> attempts = new HashMap<>();
        goes.values().stream()
                .sorted(Comparator.comparing(go -> go.begun.getAttempt()))
                .forEach(go -> Optional.ofNullable(testCases.get(go.begun.getTestCaseId()))
                        .ifPresent(
                                testCase -> attempts.computeIfAbsent(testCase.getPickleId(), any -> new ArrayList<>())
                                        .add(go.told(testCase))));
        Map<String, Story.Scenario> scenarios = new LinkedHashMap<>();
        for (Pickle pickle : pickles.values()) {
            String id = outline.idOf(pickle);
            scenarios.put(
                    id,
                    new Story.Scenario(
                            id,
                            texts.descriptionOf(pickle),
                            texts.sentences(pickle),
                            List.copyOf(attempts.getOrDefault(pickle.getId(), List.of()))));
        }
        return new Story(texts.features(pickles.values(), outline), scenarios, unreadable);
    }

    /** One go at a scenario, as the messages have it. */
    private static final class Go {
        private final TestCaseStarted begun;
        private final List<TestStepFinished> steps = new ArrayList<>();
        private final Map<String, List<WireFormat.Reading>> readings = new HashMap<>();
        private final List<Wait> waits = new ArrayList<>();
        private Optional<Instant> finished = Optional.empty();

        private Go(TestCaseStarted begun) {
            this.begun = begun;
        }

        private Story.Attempt told(TestCase testCase) {
            Map<String, TestStep> known = new HashMap<>();
            testCase.getTestSteps().forEach(step -> known.put(step.getId(), step));
            return new Story.Attempt(
                    Convertor.toInstant(begun.getTimestamp()),
                    finished,
                    steps.stream()
                            .flatMap(step -> Stream.ofNullable(known.get(step.getTestStepId()))
                                    .map(one -> told(one, step)))
                            .toList(),
                    List.copyOf(waits));
        }

        private Story.Step told(TestStep step, TestStepFinished end) {
            Duration took = Convertor.toDuration(end.getTestStepResult().getDuration());
            return new Story.Step(
                    step.getPickleStepId(),
                    end.getTestStepResult().getStatus().value().toLowerCase(java.util.Locale.ROOT),
                    took,
                    end.getTestStepResult()
                            .getException()
                            .flatMap(Exception::getMessage)
                            .or(() -> end.getTestStepResult().getMessage())
                            .orElse(""),
                    List.copyOf(readings.getOrDefault(step.getId(), List.of())));
        }
    }
}
