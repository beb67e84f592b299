package io.airproof.reference.media.worker;

import io.airproof.reference.media.av.EncodedTrack;
import io.airproof.reference.media.av.GrowingTrack;
import io.airproof.reference.media.av.Pcm;
import io.airproof.reference.media.ingest.Picture;
import io.airproof.reference.media.ingest.Refusal;
import io.airproof.reference.media.ingest.RtmpSource;
import io.airproof.reference.media.ingest.SourceListener;
import io.airproof.reference.media.ingest.VideoForm;
import io.airproof.reference.media.metrics.StreamMetrics;
import io.airproof.reference.media.segment.Cut;
import io.airproof.reference.media.segment.Segmenter;
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
 * session ends.
 */
public final class Worker {

    /** A pull that has not ended by itself this long after not-ready is ended. */
    private static final Duration PULL_ENDS_WITHIN = Duration.ofSeconds(2);

    /** In skip mode nothing waits for a segment; sound passes in pieces of this length (contract 5.5: output in 5 s). */
    private static final Duration SKIP_PIECE = Duration.ofSeconds(1);

    private static final Duration COMPLETE_WITHIN = Duration.ofSeconds(10);
    private static final Duration STOP_WITHIN = Duration.ofSeconds(5);

    /** Contract 6.5: a pull that is lost is given up after waits of 1, 2 and 4 times the first. */
    private static final int LOST_AFTER_RETRY_BASES = 7;

    private final String streamId;
    private final MediaSettings settings;
    private final StreamMetrics metrics;
    private final StreamLog log;
    private final Status status = new Status();
    private final SegmentFiles files;
    private final Turns turns;
    private final RtmpSource source;
    private final GrowingTrack growing = new GrowingTrack();
    private final Segmenter segmenter;
    private final OutputSide output;
    private final Dubbing dubbing;
    private final StsSession session;
    private final CompletableFuture<Void> gone = new CompletableFuture<>();
    private Optional<VideoForm> video = Optional.empty();
    private Optional<Long> notReadyNanos = Optional.empty();
    private boolean sourceEnded;
    private boolean outputClosed;
    private boolean leaving;

    Worker(String streamId, MediaSettings settings, StreamMetrics metrics) {
        this.streamId = streamId;
        this.settings = settings;
        this.metrics = metrics;
        this.log = new StreamLog(streamId, UUID.randomUUID().toString());
        this.files = new SegmentFiles(settings.segmentDir(), streamId, settings.keepSegments());
        this.turns = new Turns(streamId + "-worker", this::stumbled);
        Duration length = settings.skipSts() ? SKIP_PIECE : settings.segmentLength();
        String base = settings.rtmp() + "/live/" + streamId;
        this.output =
                new OutputSide(streamId, base + "/out", settings, metrics, log, status, turns, this::outputClosed);
        this.segmenter = new Segmenter(length, output::picture, growing::add, this::encodeAndCut);
        this.source = new RtmpSource(base + "/in", new SourceEvents());
        this.dubbing = new Dubbing(settings, files, metrics, log, turns, this::decided);
        this.session = new StsSession(settings, streamId, metrics, log, turns, status, dubbing);
    }

    static Thread daemon(Runnable task, String name) {
        Thread thread = new Thread(task, name);
        thread.setDaemon(true);
        return thread;
    }

    /** Begins to pull, and to connect to the STS. Returns at once. */
    void start() {
        log.info("worker_started", "worker started");
        daemon(source::run, streamId + "-ingest").start();
        if (settings.skipSts()) {
            status.sts("disabled");
            status.become(Status.State.PASSTHROUGH, Optional.empty());
        } else {
            turns.take(session::open);
        }
    }

    /** The media server says that the source is gone. Returns at once. */
    void notReady() {
        turns.take(() -> {
            notReadyNanos = Optional.of(System.nanoTime());
            log.info("source_gone", "the source is gone; what was received is played out");
            turns.after(PULL_ENDS_WITHIN, source::stop);
            leaveWhenDone();
        });
    }

    /** Stops at once; completes when nothing is left. */
    CompletableFuture<Void> stop() {
        turns.take(() -> {
            source.stop();
            output.stop();
            leave(STOP_WITHIN);
        });
        return gone;
    }

    /** Completes when nothing of the stream is left. */
    CompletableFuture<Void> gone() {
        return gone;
    }

    /** Whether the source has ended, so that a new one needs a new worker. */
    boolean isEnding() {
        return sourceEnded || notReadyNanos.isPresent();
    }

    /** The stream as health tells it. */
    StreamView view() {
        return status.view(streamId, settings.speech().targetLanguage());
    }

    /** On the thread of the pull, which has encoded the sound as it came. */
    private void encodeAndCut(Cut cut) {
        EncodedTrack sound = growing.finishAs(cut.sound());
        turns.take(() -> cut(cut, sound));
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

    private void sourceEnded() {
        if (sourceEnded) {
            return;
        }
        sourceEnded = true;
        metrics.pipeline("input", 0);
        status.become(Status.State.DRAINING, Optional.empty());
        output.complete();
        if (!output.isRunning()) {
            outputClosed = true;
        }
        if (notReadyNanos.isEmpty()) {
            turns.after(settings.retryBase().multipliedBy(LOST_AFTER_RETRY_BASES), this::giveUpSource);
        }
        leaveWhenDone();
    }

    private void outputClosed() {
        outputClosed = true;
        leaveWhenDone();
    }

    /** The pull has ended, and the media server has not said why: the source is lost (contract 6.5). */
    private void giveUpSource() {
        if (notReadyNanos.isPresent() || leaving) {
            return;
        }
        metrics.error("source_lost");
        log.warn("source_lost", "the pull has ended but the media server never said that the source is gone");
        notReadyNanos = Optional.of(System.nanoTime());
        leaveWhenDone();
    }

    private void leaveWhenDone() {
        if (!sourceEnded || !outputClosed || notReadyNanos.isEmpty()) {
            return;
        }
        long passed = System.nanoTime() - notReadyNanos.get();
        long left = Math.max(0, settings.gracePeriod().toNanos() - passed);
        turns.after(Duration.ofNanos(left), () -> leave(COMPLETE_WITHIN));
    }

    private void leave(Duration completeWithin) {
        if (leaving) {
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
        gone.complete(null);
    }

    private void stumbled(RuntimeException e) {
        metrics.error("run_loop");
        log.error("run_loop", "the worker stumbled: " + e, e);
    }

    /** What the pull says; sound and pictures are cut on its own thread. */
    private final class SourceEvents implements SourceListener {
        private boolean soundKnown;

        @Override
        public void connected() {
            log.info("input_connected", "pulling");
            metrics.pipeline("input", 1);
        }

        @Override
        public void video(VideoForm form) {
            turns.take(() -> video = Optional.of(form));
        }

        @Override
        public void picture(Picture picture) {
            segmenter.picture(picture);
        }

        @Override
        public void sound(Pcm sound, long ptsMs) {
            if (!soundKnown) {
                soundKnown = true;
                turns.take(() -> session.sound(sound.sampleRate(), sound.channels()));
            }
            segmenter.sound(sound, ptsMs);
        }

        @Override
        public void brokenSound(String why) {
            metrics.error("audio_processing");
            log.warn("sound_broken", "a packet of sound is broken: " + why);
        }

        @Override
        public void refused(Refusal refusal, String why) {
            turns.take(() -> {
                metrics.error(refusal.word());
                metrics.pipeline("input", 2);
                status.become(Status.State.FAILED, Optional.of(refusal.word()));
                log.warn(refusal.word(), why);
                sourceEnded = true;
                outputClosed = true;
                session.end("unusable source", STOP_WITHIN);
                leaveWhenDone();
            });
        }

        @Override
        public void ended(String how) {
            segmenter.end();
            growing.close();
            turns.take(() -> {
                log.info("input_ended", "the pull has ended: " + how);
                Worker.this.sourceEnded();
            });
        }
    }
}
