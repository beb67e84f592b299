package io.airproof.reference.media.worker;

import io.airproof.reference.media.ingest.Picture;
import io.airproof.reference.media.ingest.VideoForm;
import io.airproof.reference.media.metrics.StreamMetrics;
import io.airproof.reference.media.publish.DecidedSegment;
import io.airproof.reference.media.publish.Playout;
import io.airproof.reference.media.segment.Cut;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;

/**
 * Hands decided segments to the playout in the order in which they were cut. Runs on the worker's thread alone, but for
 * pictures.
 */
final class OutputSide {

    private final Playout playout;
    private final StreamMetrics metrics;
    private final String name;
    private final List<Cut> cuts = new ArrayList<>();
    private final Map<Cut, DecidedSegment> decided = new IdentityHashMap<>();
    private int next;
    private final Deque<DecidedSegment> waiting = new ArrayDeque<>();
    private boolean lost;
    private boolean running;
    private boolean complete;

    OutputSide(Playout playout, StreamMetrics metrics, String name) {
        this.playout = playout;
        this.metrics = metrics;
        this.name = name;
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

    /** The last packet of a segment has left. */
    void published() {
        waiting.poll();
        metrics.waiting(waiting.size());
    }

    /** The output is lost: what waits, and what comes, is never published. */
    void lost() {
        lost = true;
        waiting.forEach(this::drop);
        waiting.clear();
        metrics.waiting(0);
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
}
