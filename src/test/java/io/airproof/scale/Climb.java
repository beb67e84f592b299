package io.airproof.scale;

import io.airproof.fixture.Clip;
import io.airproof.run.AcceptanceRun;
import io.airproof.run.AnalysedBroadcast;
import io.airproof.run.Interference;
import io.airproof.run.Programme;
import io.airproof.run.Segment;
import io.airproof.run.StsProfile;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.function.Consumer;
import java.util.stream.IntStream;

/**
 * More and more programmes at once through one kind of STS, until a promise breaks. They begin within one segment of each
 * other, as programmes that know nothing of each other do.
 *
 * @param profile which STS
 * @param steps the steps, up to the first that broke
 */
record Climb(StsProfile profile, List<Step> steps) {

    Climb {
        steps = List.copyOf(steps);
    }

    /**
     * Climbs.
     *
     * @param sizes how many programmes each step has
     * @param say where each step is told, line by line
     */
    static Climb of(AcceptanceRun run, StsProfile profile, Clip clip, List<Integer> sizes, Consumer<String> say) {
        List<Step> steps = new ArrayList<>();
        for (int size : sizes) {
            Step step = step(run, profile, clip, size);
            steps.add(step);
            say.accept("%-8s %2d at once  %s".formatted(profile.label(), size, told(step)));
            if (!step.isKept()) {
                break;
            }
        }
        return new Climb(profile, steps);
    }

    /** The most at once for which every promise was kept; 0 if there is none. */
    int carried() {
        return steps.stream().filter(Step::isKept).mapToInt(Step::streams).max().orElse(0);
    }

    private static Step step(AcceptanceRun run, StsProfile profile, Clip clip, int size) {
        List<Programme> programmes = IntStream.rangeClosed(1, size)
                .mapToObj(number -> Programme.of(clip, profile)
                        .with(Interference.named("%d of %d at once".formatted(number, size))))
                .toList();
        try (UsageMeter meter = UsageMeter.start()) {
            List<CompletableFuture<AnalysedBroadcast>> playing =
                    run.programmes().together(programmes, Segment.LENGTH);
            CompletableFuture.allOf(playing.toArray(CompletableFuture[]::new)).join();
            Usage usage = meter.usage();
            return Tally.of(playing.stream().map(CompletableFuture::join).toList(), usage);
        }
    }

    private static String told(Step step) {
        return "%d of %d fragments dubbed, %d frames lost, offset %.0f ms, dub %.2f, answer %.0f ms, services %.2f cores and %d MB, suite %.2f cores%s"
                .formatted(
                        step.fragments() - step.unanswered(),
                        step.fragments(),
                        step.framesLost(),
                        step.offsetMs(),
                        step.correlation(),
                        step.answerMs(),
                        step.usage().serviceCores(),
                        step.usage().servicesBytes() >> 20,
                        step.usage().instrumentCores(),
                        step.isKept() ? "" : "  BROKEN: " + String.join("; ", step.broken()));
    }
}
