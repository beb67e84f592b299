package io.airproof.world;

import io.airproof.driver.mediamtx.PathHistory;
import io.airproof.driver.record.ArrivedTag;
import io.airproof.driver.record.Recording;
import io.airproof.fixture.FrameIndex;
import io.airproof.measure.Reading;
import io.airproof.run.AnalysedBroadcast;
import io.airproof.run.Broadcast;
import io.airproof.run.Incident;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/** How a programme begins and ends for the viewer. */
public final class SourceWorld {

    private final PublisherWorld publisher;

    public SourceWorld(PublisherWorld publisher) {
        this.publisher = publisher;
    }

    /** How many frames of the clip come after the last that the viewer got. */
    public List<Figure> framesAfterTheLast() {
        AnalysedBroadcast analysed = publisher.broadcast();
        FrameIndex index = analysed.broadcast().fixture().frames();
        return List.of(new Figure(
                "last picture of the output",
                analysed.outputPictures().flatMap(pictures -> index.numberOf(pictures.get(pictures.size() - 1)).stream()
                        .mapToObj(number -> Reading.measured((double) (index.count() - 1 - number)))
                        .findFirst()
                        .orElseGet(() -> Reading.unmeasurable("the last picture is no frame of the clip")))));
    }

    /** From the last packet that the viewer got to the end of the output path, in seconds. */
    public List<Figure> pathGoneAfterTheLastPacket() {
        Reading<Instant> last = broadcast().recording().flatMap(SourceWorld::lastPicture);
        return List.of(Figure.seconds(broadcast().output().path(), last.flatMap(at -> broadcast()
                .output()
                .goneAt()
                .<Reading<Duration>>map(gone -> Reading.measured(Duration.between(at, gone)))
                .orElseGet(() -> Reading.unmeasurable("the path was never seen gone")))));
    }

    private static Reading<Instant> lastPicture(Recording recording) {
        return recording.tags().stream()
                .filter(arrived -> arrived.tag().isAvc() && arrived.tag().isMedia())
                .map(ArrivedTag::arrivedAt)
                .max(Instant::compareTo)
                .<Reading<Instant>>map(Reading::measured)
                .orElseGet(() -> Reading.unmeasurable("no picture came"));
    }

    /** How often the output path became ready. */
    public List<Figure> outputsPublished() {
        boolean before = false;
        int times = 0;
        for (PathHistory.Observation seen : broadcast().output().observations()) {
            boolean ready = isReady(seen);
            times += ready && !before ? 1 : 0;
            before = ready;
        }
        return List.of(Figure.of(broadcast().output().path(), times));
    }

    /** From an incident to the output path being ready again, in seconds. */
    public List<Figure> outputBackAfter(String incident) {
        Optional<Instant> from = broadcast().happened().stream()
                .filter(one -> one.name().equals(incident) && one.failure().isEmpty())
                .map(Incident.Happened::at)
                .findFirst();
        Optional<Instant> gone = from.flatMap(at -> broadcast().output().observations().stream()
                .filter(seen -> seen.at().isAfter(at) && !isReady(seen))
                .map(PathHistory.Observation::at)
                .findFirst());
        Optional<Instant> back = gone.flatMap(at -> broadcast().output().observations().stream()
                .filter(seen -> seen.at().isAfter(at) && isReady(seen))
                .map(PathHistory.Observation::at)
                .findFirst());
        Reading<Duration> after = back.isEmpty()
                ? Reading.unmeasurable(gone.isEmpty() ? "the output was never gone" : "the output never came back")
                : Reading.measured(Duration.between(from.orElseThrow(), back.get()));
        return List.of(Figure.seconds("after \"" + incident + "\"", after));
    }

    private static boolean isReady(PathHistory.Observation seen) {
        return seen.state().filter(state -> state.ready()).isPresent();
    }

    /** From the broadcaster's first packet at the server to the output path being ready, in seconds. */
    public List<Figure> outputReadyAfterStart() {
        Optional<Instant> input = broadcast().input().firstReadyAt();
        Optional<Instant> output = broadcast().output().firstReadyAt();
        Reading<Duration> after = input.isEmpty() || output.isEmpty()
                ? Reading.unmeasurable("input or output were never ready")
                : Reading.measured(Duration.between(input.get(), output.get()));
        return List.of(Figure.seconds(broadcast().output().path(), after));
    }

    private Broadcast broadcast() {
        return publisher.broadcast().broadcast();
    }
}
