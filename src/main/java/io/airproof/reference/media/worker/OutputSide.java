package io.airproof.reference.media.worker;

import io.airproof.reference.media.ingest.Picture;
import io.airproof.reference.media.ingest.VideoForm;
import io.airproof.reference.media.metrics.StreamMetrics;
import io.airproof.reference.media.publish.Backlog;
import io.airproof.reference.media.publish.DecidedSegment;
import io.airproof.reference.media.publish.Playout;
import io.airproof.reference.media.publish.PlayoutListener;
import io.airproof.reference.media.segment.Cut;
import io.airproof.reference.media.settings.MediaSettings;
import java.time.Duration;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.IdentityHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ThreadLocalRandom;

/**
 * The worker's output (contract 6.5): puts decided segments into the order in which they were cut, has them published,
 * and keeps the books. Runs on the worker's thread alone, but for pictures.
 *
 * <pre>
 * closed    a segment is cut                → playing
 * playing   all is published                → closed
 * playing   the publication breaks          → waiting
 * waiting   the wait is over                → playing
 * waiting   no try is left                  → given up
 * </pre>
 */
final class OutputSide {

    /**
     * Time stamps of the output are later by a segment, and by at least this much: the 2 s of contract 5.5, and a little,
     * since the frame that opens the output goes before time 0 and has to be beyond 2 s itself.
     */
    private static final Duration LEAST_OFFSET = Duration.ofMillis(2_200);

    /** Tries after the output was lost (contract 6.5). */
    private static final int TRIES = 3;

    /** Segments that are kept while there is no output (contract 6.5). */
    private static final int KEPT = 10;

    private enum State {
        CLOSED,
        PLAYING,
        WAITING,
        GIVEN_UP
    }

    private record Form(VideoForm video, int sampleRate, int channels) {}

    private final Backlog backlog = new Backlog();
    private final Playout playout;
    private final StreamMetrics metrics;
    private final StreamLog log;
    private final Status status;
    private final Turns turns;
    private final Runnable closed;
    private final String name;
    private final Backoff backoff;
    private final Deque<Cut> undecided = new ArrayDeque<>();
    private final Map<Cut, DecidedSegment> early = new IdentityHashMap<>();
    private final Deque<DecidedSegment> waiting = new ArrayDeque<>();
    private State state = State.CLOSED;
    private Optional<Form> form = Optional.empty();
    private Duration reached = Duration.ZERO;
    private int failures;
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
        this.playout = new Playout(
                url, settings.speech().targetLanguage(), offset, settings.playoutReserve(), backlog, new Events());
        this.metrics = metrics;
        this.log = log;
        this.status = status;
        this.turns = turns;
        this.closed = closed;
        this.name = streamId + "-playout";
        this.backoff = new Backoff(settings.retryBase(), TRIES);
    }

    /** A picture goes straight to the backlog, on whatever thread. */
    void picture(Picture picture) {
        backlog.picture(picture);
    }

    /** The source is back: more will be cut. */
    void reopen() {
        complete = false;
        backlog.reopen();
    }

    /** A segment was cut: the output opens if it is not open. */
    void cut(Cut cut, VideoForm video) {
        undecided.add(cut);
        form = Optional.of(new Form(video, cut.sound().sampleRate(), cut.sound().channels()));
        if (state == State.CLOSED) {
            reached = cut.start();
            play();
        }
    }

    private void play() {
        state = State.PLAYING;
        Form known = form.orElseThrow();
        Duration from = reached;
        Worker.daemon(() -> playout.run(known.video(), known.sampleRate(), known.channels(), from), name)
                .start();
    }

    /** A segment was decided. */
    void decided(Cut cut, Decision decision) {
        boolean dubbed = decision instanceof Decision.Dub;
        var sound = decision instanceof Decision.Dub dub ? dub.sound() : cut.sound();
        early.put(cut, new DecidedSegment(cut.number(), sound, dubbed, cut.start(), cut.end(), cut.displacementMs()));
        while (!undecided.isEmpty() && early.containsKey(undecided.getFirst())) {
            hand(early.remove(undecided.remove()));
        }
        metrics.waiting(waiting.size());
        finishIfAllIsDecided();
    }

    private void hand(DecidedSegment segment) {
        waiting.add(segment);
        backlog.decided(segment);
        if (state == State.GIVEN_UP) {
            dropAll();
        } else if (state == State.WAITING) {
            backlog.keepLatest(KEPT).forEach(this::drop);
        }
    }

    /** No further segment will be cut, unless the source comes back. */
    void complete() {
        complete = true;
        finishIfAllIsDecided();
    }

    private void finishIfAllIsDecided() {
        if (complete && undecided.isEmpty()) {
            backlog.complete();
        }
    }

    private void drop(DecidedSegment segment) {
        remove(segment);
        if (segment.number().isPresent()) {
            metrics.dropped("output_lost");
        }
    }

    private void dropAll() {
        while (!waiting.isEmpty()) {
            drop(waiting.getFirst());
        }
        metrics.waiting(0);
    }

    private void remove(DecidedSegment segment) {
        waiting.removeIf(one -> one.end().equals(segment.end()));
        metrics.waiting(waiting.size());
    }

    /** Whether nothing is published, nor will be of what has been cut. */
    boolean isClosed() {
        return state == State.CLOSED || state == State.GIVEN_UP;
    }

    /** Ends at once. */
    void stop() {
        backlog.stop();
    }

    private void finished() {
        metrics.pipeline("output", 0);
        status.outputAudio("none");
        log.info("output_closed", "the output is closed");
        state = State.CLOSED;
        if (backlog.hasSegments() || !undecided.isEmpty()) {
            play();
        } else {
            closed.run();
        }
    }

    private void lost(String why) {
        metrics.pipeline("output", 2);
        metrics.error("output");
        status.outputAudio("none");
        log.warn("output_broken", "the output is lost: " + why);
        state = State.WAITING;
        status.outputTrouble("output_lost", false);
        backlog.keepLatest(KEPT).forEach(this::drop);
        backoff.before(failures++, ThreadLocalRandom.current())
                .ifPresentOrElse(
                        wait -> turns.after(wait, () -> {
                            if (state == State.WAITING) {
                                play();
                            }
                        }),
                        this::giveUp);
    }

    private void giveUp() {
        state = State.GIVEN_UP;
        backlog.close();
        dropAll();
        metrics.error("output_lost");
        status.outputTrouble("output_lost", true);
        log.error("output_lost", "the output cannot be published; the stream goes on without");
        closed.run();
    }

    /** What the playout says, brought to the worker's thread. */
    private final class Events implements PlayoutListener {
        @Override
        public void opened() {
            metrics.pipeline("output", 1);
            log.info("output_open", "the output is open");
            turns.take(status::outputWell);
        }

        @Override
        public void begun(DecidedSegment segment) {
            status.outputAudio(segment.dubbed() ? "dub" : "original");
        }

        @Override
        public void published(DecidedSegment segment, double syncDeltaMs) {
            turns.take(() -> {
                failures = 0;
                reached = segment.end();
                remove(segment);
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
            turns.take(OutputSide.this::finished);
        }

        @Override
        public void lost(String why) {
            turns.take(() -> OutputSide.this.lost(why));
        }
    }
}
