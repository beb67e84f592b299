package io.airproof.world;

import io.airproof.driver.mediamtx.PathHistory;
import io.airproof.driver.record.ArrivedTag;
import io.airproof.driver.record.Recording;
import io.airproof.fixture.FrameIndex;
import io.airproof.measure.Reading;
import io.airproof.run.AnalysedBroadcast;
import io.airproof.run.Broadcast;
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
            boolean ready = seen.state().filter(state -> state.ready()).isPresent();
            times += ready && !before ? 1 : 0;
            before = ready;
        }
        return List.of(Figure.of(broadcast().output().path(), times));
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
