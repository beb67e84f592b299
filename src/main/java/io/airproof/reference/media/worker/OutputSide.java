package io.airproof.reference.media.worker;

import io.airproof.reference.media.ingest.Picture;
import io.airproof.reference.media.ingest.VideoForm;
import io.airproof.reference.media.metrics.StreamMetrics;
import io.airproof.reference.media.publish.DecidedSegment;
import io.airproof.reference.media.publish.Playout;
import io.airproof.reference.media.publish.PlayoutListener;
import io.airproof.reference.media.segment.Cut;
import io.airproof.reference.media.settings.MediaSettings;
import java.time.Duration;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * The worker's output: hands decided segments to the playout in the order in which they were cut, and keeps the books of
 * what was published. Runs on the worker's thread alone, but for pictures.
 */
final class OutputSide {

    /** Time stamps of the output are later by a segment, and by at least this much (contract 5.5). */
    private static final Duration LEAST_OFFSET = Duration.ofSeconds(2);

    private final Playout playout;
    private final StreamMetrics metrics;
    private final StreamLog log;
    private final Status status;
    private final Turns turns;
    private final Runnable closed;
    private final String name;
    private final List<Cut> cuts = new ArrayList<>();
    private final Map<Cut, DecidedSegment> decided = new IdentityHashMap<>();
    private int next;
    private final Deque<DecidedSegment> waiting = new ArrayDeque<>();
    private boolean lost;
    private boolean running;
    private boolean complete;

    OutputSide(
            String streamId,
            String url,
            MediaSettings settings,
            StreamMetrics metrics,
            StreamLog log,
            Status status,
            Turns turns,
            Runnable closed) {
        Duration length = settings.segmentLength();
        Duration offset = length.compareTo(LEAST_OFFSET) > 0 ? length : LEAST_OFFSET;
        this.playout =
                new Playout(url, settings.speech().targetLanguage(), offset, settings.playoutReserve(), new Events());
        this.metrics = metrics;
        this.log = log;
        this.status = status;
        this.turns = turns;
        this.closed = closed;
        this.name = streamId + "-playout";
    }

    /** A picture goes straight to the playout, on whatever thread. */
    void picture(Picture picture) {
        playout.picture(picture);
    }

    /** A segment was cut: the output opens with the first. */
    void cut(Cut cut, VideoForm video) {
        cuts.add(cut);
        if (!running) {
            running = true;
            int rate = cut.sound().sampleRate();
            int channels = cut.sound().channels();
            Worker.daemon(() -> playout.run(video, rate, channels), name).start();
        }
    }

    /** A segment was decided. */
    void decided(Cut cut, Decision decision) {
        boolean dubbed = decision instanceof Decision.Dub;
        var sound = decision instanceof Decision.Dub dub ? dub.sound() : cut.sound();
        decided.put(cut, new DecidedSegment(cut.number(), sound, dubbed, cut.start(), cut.end(), cut.displacementMs()));
        while (next < cuts.size()) {
            DecidedSegment inTurn = decided.remove(cuts.get(next));
            if (inTurn == null) {
                break;
            }
            next++;
            if (lost) {
                drop(inTurn);
            } else {
                waiting.add(inTurn);
                playout.decided(inTurn);
            }
        }
        metrics.waiting(waiting.size());
        finishIfAllIsDecided();
    }

    /** No further segment will be cut. */
    void complete() {
        complete = true;
        finishIfAllIsDecided();
    }

    private void finishIfAllIsDecided() {
        if (complete && next == cuts.size()) {
            playout.complete();
        }
    }

    private void drop(DecidedSegment segment) {
        if (segment.number().isPresent()) {
            metrics.dropped("output_lost");
        }
    }

    /** Whether there is, or was, an output. */
    boolean isRunning() {
        return running;
    }

    void stop() {
        playout.stop();
    }

    /** What the playout says, brought to the worker's thread. */
    private final class Events implements PlayoutListener {
        @Override
        public void opened() {
            metrics.pipeline("output", 1);
            log.info("output_open", "the output is open");
        }

        @Override
        public void begun(DecidedSegment segment) {
            status.outputAudio(segment.dubbed() ? "dub" : "original");
        }

        @Override
        public void published(DecidedSegment segment, double syncDeltaMs) {
            turns.take(() -> {
                waiting.poll();
                metrics.waiting(waiting.size());
                if (segment.number().isPresent()) {
                    metrics.published(segment.dubbed());
                    metrics.syncDelta(Math.abs(syncDeltaMs));
                }
            });
        }

        @Override
        public void stalled(long waitedMs) {
            log.info("output_waited", "the output waited %d ms for a decision".formatted(waitedMs));
        }

        @Override
        public void finished() {
            turns.take(() -> {
                metrics.pipeline("output", 0);
                status.outputAudio("none");
                log.info("output_closed", "the output is closed");
                closed.run();
            });
        }

        @Override
        public void lost(String why) {
            turns.take(() -> {
                lost = true;
                waiting.forEach(OutputSide.this::drop);
                waiting.clear();
                metrics.waiting(0);
                metrics.pipeline("output", 2);
                metrics.error("output_lost");
                status.outputAudio("none");
                status.become(Status.State.FAILED, Optional.of("output_lost"));
                log.warn("output_lost", why);
                closed.run();
            });
        }
    }
}
