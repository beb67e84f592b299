package io.airproof.world;

import io.airproof.driver.log.LogFile;
import io.airproof.driver.tap.Direction;
import io.airproof.evidence.Evidence;
import io.airproof.fixture.Clip;
import io.airproof.measure.Reading;
import io.airproof.run.AcceptanceRun;
import io.airproof.stack.ServiceProcess;
import io.airproof.stack.Stack;
import io.airproof.stack.StartAttempt;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.concurrent.TimeUnit;

/** How a media-service comes and goes: a start that it refuses, and an end that it is asked for. */
public final class ServiceStartWorld {

    private static final String ASKED_TO_END = "media-service ended";

    /** More than any promise gives: what takes longer is not measured. */
    private static final Duration PATIENCE = Duration.ofSeconds(20);

    private final AcceptanceRun run;
    private final OwnStage stage;
    private final Evidence evidence;
    private final List<Tried> tried = new ArrayList<>();
    private final List<String> streams = new ArrayList<>();
    private Instant askedAt = Instant.MIN;
    private Optional<Duration> took = Optional.empty();
    private OptionalInt exitCode = OptionalInt.empty();

    /** A start with a wrong setting. */
    private record Tried(String variable, String value, StartAttempt attempt) {
        String where() {
            return variable + "=" + value;
        }
    }

    public ServiceStartWorld(CurrentRun run, OwnStage stage, Evidence evidence) {
        this.run = run.get();
        this.stage = stage;
        this.evidence = evidence;
    }

    /** Starts a media-service with each of these settings, one after the other. */
    public void startWith(Map<String, String> wrong) {
        stage.enterAlone();
        wrong.forEach((variable, value) -> {
            StartAttempt attempt = stage.shared().attempt(Map.of(variable, value), PATIENCE);
            evidence.file(attempt.log());
            tried.add(new Tried(variable, value, attempt));
        });
    }

    /** How many starts ended with an exit code other than 0. */
    public List<Figure> refused() {
        return tried.stream()
                .map(one -> Figure.of(
                        one.where(),
                        one.attempt().exitCode().isPresent()
                                        && one.attempt().exitCode().getAsInt() != 0
                                ? 1
                                : 0))
                .toList();
    }

    /** How long each took to end, in seconds. */
    public List<Figure> timesToEnd() {
        return tried.stream()
                .map(one -> Figure.seconds(
                        one.where(), Reading.measured(one.attempt().took())))
                .toList();
    }

    /** For each how many errors in its log name the variable and the value. */
    public List<Figure> named() {
        return tried.stream()
                .map(one -> Figure.of(
                        one.where(),
                        new LogFile(one.attempt().log())
                                .lines().stream()
                                        .filter(line -> line.member("level").equals("ERROR"))
                                        .filter(line -> line.member("message").contains(one.variable())
                                                && line.member("message").contains(one.value()))
                                        .count()))
                .toList();
    }

    /** Publishes a clip so many times at once, and asks the media-service to end while they are on. */
    public void endWhileOnAir(int count, Clip clip, Duration into) {
        stage.enter(count + 1);
        stage.disturbed(ASKED_TO_END);
        Stack stack = stage.further(Map.of());
        List<OwnStream> onAir = new ArrayList<>();
        for (int i = 0; i < count; i++) {
            onAir.add(stage.publish(stack, "ended", clip, OwnStream.Begin.WITH_THE_WORKER));
        }
        onAir.forEach(stream -> stream.sent(into));
        onAir.forEach(stream -> streams.add(stream.id()));
        ServiceProcess process = stack.mediaServiceProcess();
        askedAt = Instant.now();
        process.terminate();
        exitCode = process.exit()
                .thenApply(OptionalInt::of)
                .completeOnTimeout(OptionalInt.empty(), PATIENCE.toMillis(), TimeUnit.MILLISECONDS)
                .join();
        took = Optional.of(Duration.between(askedAt, Instant.now()));
    }

    /** How many sessions each stream had open, and how often it ended one after the signal. */
    public List<Figure> sessionsEnded() {
        return streams.stream()
                .map(id -> Figure.of(
                        "wire of " + id,
                        run.tap().record(id).events(Direction.WORKER_TO_STS, "stream:end").stream()
                                .filter(event -> !event.at().isBefore(askedAt))
                                .count()))
                .toList();
    }

    /** The exit code. */
    public List<Figure> exitCode() {
        return List.of(
                exitCode.isPresent()
                        ? Figure.of("media-service", exitCode.getAsInt())
                        : Figure.none("media-service", "it did not end within %d s".formatted(PATIENCE.toSeconds())));
    }

    /** From the signal to the end of the process, in seconds. */
    public List<Figure> timeToExit() {
        return List.of(Figure.seconds(
                "media-service",
                took.map(Reading::measured).orElseGet(() -> Reading.unmeasurable("it was not asked to end"))));
    }
}
