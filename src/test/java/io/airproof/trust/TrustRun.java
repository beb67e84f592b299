package io.airproof.trust;

import io.airproof.driver.record.ArrivedTag;
import io.airproof.driver.record.Recording;
import io.airproof.evidence.NotRunHereException;
import io.airproof.fault.received.ReceivedFault;
import io.airproof.media.FlvWriter;
import io.airproof.run.AcceptanceRun;
import io.airproof.run.AnalysedBroadcast;
import io.airproof.run.Broadcast;
import io.airproof.run.Programme;
import io.cucumber.core.options.CommandlineOptionsParser;
import io.cucumber.core.runtime.Runtime;
import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.function.Consumer;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/** Seeds one fault after the other and runs the scenarios of the damaged programme, each time the whole way. */
final class TrustRun {

    /** Scenarios that look at no programme, or at streams of their own: no fault of the catalogue can reach them. */
    private static final List<String> WITHOUT_PROGRAMME = Stream.of(
                    IntStream.rangeClosed(14, 36),
                    IntStream.of(44, 45, 47),
                    IntStream.rangeClosed(98, 107),
                    IntStream.of(112, 118),
                    IntStream.rangeClosed(120, 130),
                    IntStream.of(132, 134, 141, 145, 146, 147, 150))
            .flatMap(IntStream::boxed)
            .map("DUB-%03d"::formatted)
            .toList();

    private static final String THREADS = "32";

    private final AcceptanceRun run;
    private final Consumer<String> say;

    TrustRun(AcceptanceRun run, Consumer<String> say) {
        this.run = run;
        this.say = say;
    }

    /** Plays what has to be played, all at once; then seeds the faults one by one. */
    TrustReport seed(List<SeededFault> faults) {
        List<CompletableFuture<AnalysedBroadcast>> live = faults.stream()
                .map(TrustRun::played)
                .distinct()
                .map(programme -> run.programmes().broadcast(programme))
                .toList();
        say.accept("%d programmes are played, with and without faults on the wire".formatted(live.size()));
        live.forEach(CompletableFuture::join);
        List<Finding> findings = new ArrayList<>();
        for (SeededFault fault : faults) {
            Finding finding = seed(fault);
            findings.add(finding);
            say.accept("%-28s %-9s %s"
                    .formatted(
                            fault.id(),
                            finding.isControl()
                                    ? finding.detected() ? "ALARM" : "quiet"
                                    : finding.localised() ? "found" : finding.detected() ? "noticed" : "MISSED",
                            finding.red().stream()
                                    .flatMap(verdict -> verdict.requirements().stream())
                                    .distinct()
                                    .collect(Collectors.joining(" "))));
        }
        return new TrustReport(List.copyOf(findings));
    }

    private static Programme played(SeededFault fault) {
        return fault.damage() instanceof Damage.Wire wire
                ? fault.target().with(wire.named(fault.id()))
                : fault.target();
    }

    private Finding seed(SeededFault fault) {
        CompletableFuture<AnalysedBroadcast> damaged =
                run.programmes().broadcast(played(fault)).thenApply(broadcast -> damaged(broadcast, fault));
        run.standIn(fault.id(), programme -> programme.equals(fault.target()) ? damaged : notConcerned(fault));
        System.setProperty(AcceptanceRun.STAND_IN, fault.id());
        Verdicts verdicts = new Verdicts();
        Runtime.builder()
                .withRuntimeOptions(new CommandlineOptionsParser(OutputStream.nullOutputStream())
                        .parse(
                                "--glue",
                                "io.airproof.steps",
                                "--threads",
                                THREADS,
                                "--tags",
                                filter(),
                                Path.of("features").toUri().toString())
                        .build())
                .withAdditionalPlugins(verdicts)
                .build()
                .run();
        return new Finding(fault, verdicts.concerned().size(), verdicts.red());
    }

    private static CompletableFuture<AnalysedBroadcast> notConcerned(SeededFault fault) {
        return CompletableFuture.failedFuture(
                new NotRunHereException("anything but " + fault.target().label(), "trust"));
    }

    private static String filter() {
        return WITHOUT_PROGRAMME.stream().map(id -> "@" + id).collect(Collectors.joining(" or ", "not (", ")"));
    }

    private static AnalysedBroadcast damaged(AnalysedBroadcast healthy, SeededFault fault) {
        if (fault.damage() instanceof Damage.Received received) {
            return healthy.changed(broadcast -> received(broadcast, received.fault(), fault.id()));
        }
        if (fault.damage() instanceof Damage.Told told) {
            return healthy.changed(told.change());
        }
        return healthy.changed(broadcast -> broadcast);
    }

    private static Broadcast received(Broadcast broadcast, ReceivedFault fault, String id) {
        return broadcast.withRecording(broadcast.recording().map(recording -> {
            List<ArrivedTag> tags = fault.apply(recording.tags());
            Path file = recording.file().resolveSibling(id + "-out.flv");
            write(tags, file);
            return new Recording(
                    recording.source(), tags, file, recording.startedAt(), recording.endedAt(), recording.lastWords());
        }));
    }

    private static void write(List<ArrivedTag> tags, Path file) {
        try (FlvWriter writer = new FlvWriter(Files.newOutputStream(file))) {
            for (ArrivedTag one : tags) {
                writer.write(one.tag());
            }
        } catch (IOException e) {
            throw new UncheckedIOException("the damaged recording " + file + " could not be written", e);
        }
    }
}
