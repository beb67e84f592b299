package io.airproof.reference.media.worker;

import io.airproof.reference.media.av.EncodedTrack;
import io.airproof.reference.media.ingest.Picture;
import io.airproof.reference.media.ingest.Refusal;
import io.airproof.reference.media.ingest.VideoForm;
import io.airproof.reference.media.metrics.StreamMetrics;
import io.airproof.reference.media.segment.Cut;
import io.airproof.reference.media.settings.MediaSettings;
import java.io.IOException;
import java.time.Duration;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;

/**
 * One live stream from ready to gone. Pull, playout and STS have threads of their own; every decision is taken on the
 * worker's one thread, in the order in which things happen.
 *
 * <p>The course of a stream: the source is pulled and cut; each segment is dubbed or falls back; decided segments are
 * played out in order; when the source has ended the rest is played out, the output closes, and after the grace the
 * session ends. A source that comes back before that goes on with the same worker and session.
 */
public final class Worker {

    /** In skip mode nothing waits for a segment; sound passes in pieces of this length (contract 5.5: output in 5 s). */
    private static final Duration SKIP_PIECE = Duration.ofSeconds(1);

    private static final Duration COMPLETE_WITHIN = Duration.ofSeconds(10);
    private static final Duration STOP_WITHIN = Duration.ofSeconds(5);

    private final String streamId;
    private final MediaSettings settings;
    private final StreamMetrics metrics;
    private final StreamLog log;
    private final Status status = new Status();
    private final SegmentFiles files;
    private final Turns turns;
    private final SourceSide source;
    private final OutputSide output;
    private final Dubbing dubbing;
    private final StsSession session;
    private final CompletableFuture<Boolean> gone = new CompletableFuture<>();
    private Optional<VideoForm> video = Optional.empty();
    private Optional<Long> endedNanos = Optional.empty();
    private Duration grace;
    private boolean wantedAnew;
    private boolean leaving;
    private int announcements;

    Worker(String streamId, MediaSettings settings, StreamMetrics metrics) {
        this.streamId = streamId;
        this.settings = settings;
        this.metrics = metrics;
        this.grace = settings.gracePeriod();
        this.log = new StreamLog(streamId, UUID.randomUUID().toString());
        this.files = new SegmentFiles(settings.segmentDir(), streamId, settings.keepSegments());
        this.turns = new Turns(streamId + "-worker", this::stumbled);
        Duration length = settings.skipSts() ? SKIP_PIECE : settings.segmentLength();
        String base = settings.rtmp() + "/live/" + streamId;
        this.output =
                new OutputSide(streamId, base + "/out", settings, metrics, log, status, turns, this::leaveWhenDone);
        this.source = new SourceSide(
                streamId, base + "/in", length, settings.retryBase(), metrics, log, status, turns, new Input());
        this.dubbing = new Dubbing(settings, files, metrics, log, turns, status, this::decided);
        this.session = new StsSession(settings, streamId, metrics, log, turns, status, dubbing);
    }

    static Thread daemon(Runnable task, String name) {
        Thread thread = new Thread(task, name);
        thread.setDaemon(true);
        return thread;
    }

    /**
     * The media server says that the source is there: begins to pull and to connect to the STS, or goes on. Returns at
     * once.
     *
     * @return false if the worker is on its way out: another one has to follow it
     */
    synchronized boolean ready() {
        if (leaving) {
            return false;
        }
        announcements++;
        turns.take(this::announced);
        return true;
    }

    private void announced() {
        synchronized (this) {
            announcements--;
        }
        endedNanos = Optional.empty();
        wantedAnew = true;
        source.announced();
        if (settings.skipSts()) {
            status.skipping();
        } else {
            session.open();
        }
    }

    /** The media server says that the source is gone. Returns at once. */
    void notReady() {
        turns.take(() -> {
            log.info("source_gone", "the source is gone; what was received is played out");
            wantedAnew = false;
            endedNanos = Optional.of(System.nanoTime());
            source.gone();
            status.draining();
            leaveWhenDone();
        });
    }

    /** Stops at once. */
    void stop() {
        turns.take(() -> {
            wantedAnew = false;
            source.stop();
            output.stop();
            leave(STOP_WITHIN);
        });
    }

    /** Completes when nothing of the stream is left; true if the source waits for another worker. */
    CompletableFuture<Boolean> gone() {
        return gone;
    }

    /** The stream as health tells it. */
    StreamView view() {
        return status.view(streamId, settings.speech().targetLanguage());
    }

    private void cut(Cut cut, EncodedTrack sound) {
        output.cut(cut, video.orElseThrow());
        if (cut.number().isEmpty()) {
            metrics.shortTail();
            output.decided(cut, new Decision.Fallback("short_tail"));
            return;
        }
        long audioBytes = (long) cut.sound().interleaved().length * Float.BYTES;
        metrics.cut(audioBytes, cut.videoBytes());
        log.segment("segment_cut", "segment cut", cut.number().getAsInt());
        if (cut.slewMs() != 0) {
            metrics.syncCorrection();
            log.segment(
                    "sync_corrected",
                    "sound stretched by %.2f ms to stay with the picture".formatted(cut.slewMs()),
                    cut.number().getAsInt());
        }
        if (settings.skipSts()) {
            decided(cut, new Decision.Fallback("skip_mode"));
        } else {
            dubbing.cut(cut, sound);
        }
    }

    private void decided(Cut cut, Decision decision) {
        if (decision instanceof Decision.Fallback fallback) {
            metrics.fallback(fallback.reason());
            log.segment(
                    "fallback",
                    "original audio: " + fallback.reason(),
                    cut.number().orElse(-1));
        }
        output.decided(cut, decision);
    }

    private boolean isDone() {
        return source.isIdle() && output.isClosed() && endedNanos.isPresent();
    }

    private void leaveWhenDone() {
        if (isDone()) {
            long passed = System.nanoTime() - endedNanos.orElseThrow();
            long left = Math.max(0, grace.toNanos() - passed);
            turns.after(Duration.ofNanos(left), this::leaveIfOver);
        }
    }

    private void leaveIfOver() {
        boolean over = endedNanos
                .filter(since -> System.nanoTime() - since >= grace.toNanos())
                .isPresent();
        if (over && isDone()) {
            leave(COMPLETE_WITHIN);
        }
    }

    private synchronized void leave(Duration completeWithin) {
        if (leaving || announcements > 0) {
            return;
        }
        leaving = true;
        session.end("stream ended", completeWithin).thenRun(this::cleanUp);
    }

    private void cleanUp() {
        metrics.over();
        try {
            files.delete();
        } catch (IOException e) {
            log.error("files_left", "segment files could not be deleted: " + e.getMessage(), e);
        }
        log.info("worker_stopped", "worker stopped");
        turns.end();
        gone.complete(wantedAnew);
    }

    private void stumbled(RuntimeException e) {
        metrics.error("run_loop");
        log.error("run_loop", "the worker stumbled: " + e, e);
    }

    /** What the input says. */
    private final class Input implements InputListener {
        @Override
        public void began(VideoForm form) {
            video = Optional.of(form);
            output.reopen();
        }

        @Override
        public void sound(int sampleRate, int channels) {
            session.sound(sampleRate, channels);
        }

        @Override
        public void picture(Picture picture) {
            output.picture(picture);
        }

        @Override
        public void cut(Cut cut, EncodedTrack sound) {
            Worker.this.cut(cut, sound);
        }

        @Override
        public void paused() {
            output.complete();
            turns.take(Worker.this::leaveWhenDone);
        }

        @Override
        public void givenUp() {
            endedNanos = endedNanos.or(() -> Optional.of(System.nanoTime()));
            wantedAnew = false;
        }

        @Override
        public void refused(Refusal refusal) {
            session.end("unusable source", STOP_WITHIN);
            leaveWhenDone();
        }

        @Override
        public void changed() {
            endedNanos = Optional.of(System.nanoTime());
            grace = Duration.ZERO;
        }
    }
}
