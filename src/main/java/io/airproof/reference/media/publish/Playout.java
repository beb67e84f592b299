package io.airproof.reference.media.publish;

import io.airproof.reference.media.av.AvException;
import io.airproof.reference.media.ingest.Picture;
import io.airproof.reference.media.ingest.VideoForm;
import io.airproof.reference.media.mix.OutputSound;
import java.time.Duration;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.Condition;
import java.util.concurrent.locks.ReentrantLock;

/**
 * Plays one output in real time (contract 5.5): opens it, waits for the first decision and the reserve, then sends
 * pictures and sound in order of time. Where the next segment is not decided, both wait.
 *
 * <p>Fed from other threads; runs on one of its own.
 */
public final class Playout {

    /** What the server has taken needs this long to reach its readers, before it is told that the output ends. */
    private static final long LINGER_NANOS = TimeUnit.MILLISECONDS.toNanos(250);

    private static final double MS_PER_SECOND = 1000;
    private static final long LONGEST_WAIT_NANOS = TimeUnit.SECONDS.toNanos(1);

    /** So many frames of sound wait encoded, a third of a second: enough for a slow moment of the machine. */
    private static final int FRAMES_AHEAD = 16;

    private final String url;
    private final String language;
    private final Duration offset;
    private final Duration reserve;
    private final PlayoutListener listener;
    private final ReentrantLock lock = new ReentrantLock();
    private final Condition changed = lock.newCondition();
    private final Deque<Picture> pictures = new ArrayDeque<>();
    private final Deque<DecidedSegment> decided = new ArrayDeque<>();
    private boolean complete;
    private boolean stopped;
    private boolean over;

    /**
     * A playout.
     *
     * @param url where to
     * @param language of the sound
     * @param offset what is added to all time stamps
     * @param reserve from the first decision to the first picture
     * @param listener told what happens
     */
    public Playout(String url, String language, Duration offset, Duration reserve, PlayoutListener listener) {
        this.url = url;
        this.language = language;
        this.offset = offset;
        this.reserve = reserve;
        this.listener = listener;
    }

    /** A picture on stream time; dropped when the output has ended already. */
    public void picture(Picture picture) {
        change(() -> {
            if (!over) {
                pictures.add(picture);
            }
        });
    }

    /** The next segment, in order; dropped when the output has ended already. */
    public void decided(DecidedSegment segment) {
        change(() -> {
            if (!over) {
                decided.add(segment);
            }
        });
    }

    /** Nothing more comes. */
    public void complete() {
        change(() -> complete = true);
    }

    /** Ends at once. */
    public void stop() {
        change(() -> stopped = true);
    }

    private void change(Runnable step) {
        lock.lock();
        try {
            step.run();
            changed.signalAll();
        } finally {
            lock.unlock();
        }
    }

    /** Plays to the end; blocks. */
    public void run(VideoForm video, int sampleRate, int channels) {
        try (OutputSound sound = new OutputSound(sampleRate, channels);
                RtmpOutput output = new RtmpOutput(url, video, sound.encoder(), language)) {
            Deque<OutputSound.Frame> lead = new ArrayDeque<>(sound.lead());
            OutputSound.Frame first = lead.removeFirst();
            // No later packet may be earlier: a first picture that is decoded before it is shown moves this one.
            long firstMs = Math.min(first.streamTimeMs(), -video.leadMs() - 1);
            output.sound(first.data(), firstMs + offset.toMillis());
            listener.opened();
            new Player(sound, output, lead, sampleRate).play();
            linger();
        } catch (AvException e) {
            end();
            listener.lost(e.words());
            return;
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
        end();
        listener.finished();
    }

    private void end() {
        change(() -> {
            over = true;
            pictures.clear();
            decided.clear();
        });
    }

    private void linger() throws InterruptedException {
        lock.lock();
        try {
            long left = LINGER_NANOS;
            while (left > 0 && !stopped) {
                left = changed.awaitNanos(left);
            }
        } finally {
            lock.unlock();
        }
    }

    /** The playing itself; lives on the playout's thread. */
    private final class Player {
        private final OutputSound sound;
        private final RtmpOutput output;
        private final Deque<OutputSound.Frame> frames;
        private final Deque<Written> playing = new ArrayDeque<>();
        private final Deque<Written> coming = new ArrayDeque<>();
        private final int sampleRate;
        private long soundSamples;
        private long decidedUntilMs;
        private boolean ending;

        Player(OutputSound sound, RtmpOutput output, Deque<OutputSound.Frame> lead, int sampleRate) {
            this.sampleRate = sampleRate;
            this.sound = sound;
            this.output = output;
            this.frames = lead;
        }

        void play() throws InterruptedException {
            if (!awaitDecision()) {
                return;
            }
            Timeline timeline = new Timeline(System.nanoTime() + reserve.toNanos(), 0);
            while (!ended()) {
                encode();
                Optional<Long> next = nextMs();
                long left = next.map(ms -> timeline.due(ms) - System.nanoTime()).orElse(LONGEST_WAIT_NANOS);
                if (next.isPresent() && left <= 0) {
                    sendNext();
                } else {
                    awaitChange(left);
                    if (next.isEmpty()) {
                        encode();
                        nextMs().ifPresent(ms -> resume(timeline, ms));
                    }
                }
            }
            reportPublished(Long.MAX_VALUE);
        }

        private boolean ended() {
            lock.lock();
            try {
                return stopped || (complete && ending && !sound.hasMore() && frames.isEmpty() && pictures.isEmpty());
            } finally {
                lock.unlock();
            }
        }

        @SuppressWarnings("WaitNotInLoop") // the caller looks again: it loops over all that can change
        private void awaitChange(long nanos) throws InterruptedException {
            lock.lock();
            try {
                if (decided.isEmpty() && !stopped && (!complete || ending)) {
                    changed.awaitNanos(nanos);
                }
            } finally {
                lock.unlock();
            }
        }

        private void resume(Timeline timeline, long nextMs) {
            long waited = timeline.catchUp(nextMs, System.nanoTime());
            if (waited > 0) {
                listener.stalled(waited);
            }
        }

        private boolean awaitDecision() throws InterruptedException {
            lock.lock();
            try {
                while (decided.isEmpty() && !complete && !stopped) {
                    changed.await();
                }
                return !decided.isEmpty();
            } finally {
                lock.unlock();
            }
        }

        /** Takes what has been decided and encodes a little ahead; the encoder works outside of the lock. */
        private void encode() {
            boolean last;
            List<DecidedSegment> fresh;
            lock.lock();
            try {
                fresh = List.copyOf(decided);
                decided.clear();
                last = complete;
            } finally {
                lock.unlock();
            }
            for (DecidedSegment segment : fresh) {
                sound.add(segment.sound(), segment.dubbed());
                decidedUntilMs = segment.end().toMillis();
                Written written = new Written(segment, soundSamples * MS_PER_SECOND / sampleRate);
                soundSamples += segment.sound().samples();
                playing.add(written);
                coming.add(written);
            }
            if (last && !ending) {
                sound.end();
                decidedUntilMs = Long.MAX_VALUE;
                ending = true;
            }
            while (frames.size() < FRAMES_AHEAD && sound.hasMore()) {
                frames.addAll(sound.encodeSome());
            }
        }

        /** Stream time of what comes next; empty if nothing may be sent. */
        private Optional<Long> nextMs() {
            Optional<Long> picture = nextPicture().map(Picture::dtsMs);
            Optional<Long> frame = Optional.ofNullable(frames.peek()).map(OutputSound.Frame::streamTimeMs);
            if (picture.isPresent() && frame.isPresent()) {
                return Optional.of(Math.min(picture.get(), frame.get()));
            }
            return picture.or(() -> frame);
        }

        private Optional<Picture> nextPicture() {
            lock.lock();
            try {
                return Optional.ofNullable(pictures.peek()).filter(picture -> picture.dtsMs() < decidedUntilMs);
            } finally {
                lock.unlock();
            }
        }

        private void sendNext() {
            Optional<Picture> picture = nextPicture();
            OutputSound.Frame frame = frames.peek();
            if (picture.isPresent() && (frame == null || picture.get().dtsMs() <= frame.streamTimeMs())) {
                change(pictures::remove);
                output.picture(picture.get().earlier(-offset.toMillis()));
                reportBegun(picture.get().ptsMs());
                reportPublished(picture.get().ptsMs());
            } else if (frame != null) {
                frames.remove();
                output.sound(frame.data(), frame.streamTimeMs() + offset.toMillis());
            }
        }

        private void reportPublished(long streamMs) {
            while (!playing.isEmpty() && playing.getFirst().segment().end().toMillis() <= streamMs) {
                Written written = playing.removeFirst();
                listener.published(written.segment(), written.syncDeltaMs());
            }
        }

        private void reportBegun(long streamMs) {
            while (!coming.isEmpty() && coming.getFirst().segment().start().toMillis() <= streamMs) {
                listener.begun(coming.removeFirst().segment());
            }
        }
    }
}
