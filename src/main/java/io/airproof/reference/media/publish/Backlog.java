package io.airproof.reference.media.publish;

import io.airproof.reference.media.av.Pcm;
import io.airproof.reference.media.ingest.Picture;
import java.time.Duration;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Deque;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.locks.Condition;
import java.util.concurrent.locks.ReentrantLock;

/**
 * What has still to be published of a stream: pictures and decided segments, in order. It outlives a publication: what
 * one could not send, the next one takes up. Thread-safe; pictures come from the pull, segments from the worker, and one
 * playout at a time takes both.
 */
public final class Backlog {

    private static final double MS_PER_SECOND = 1000;

    private final ReentrantLock lock = new ReentrantLock();
    private final Condition changed = lock.newCondition();
    private final Deque<Picture> pictures = new ArrayDeque<>();
    private final Deque<DecidedSegment> decided = new ArrayDeque<>();
    private long changes;
    private boolean complete;
    private boolean ending;
    private boolean stopped;
    private boolean closed;

    /** A picture on stream time; dropped when the backlog is closed. */
    public void picture(Picture picture) {
        change(() -> {
            if (!closed) {
                pictures.add(picture);
            }
        });
    }

    /** The next segment, in order; dropped when the backlog is closed. */
    public void decided(DecidedSegment segment) {
        change(() -> {
            if (!closed) {
                decided.add(segment);
            }
        });
    }

    /** Nothing more comes, as far as is known. */
    public void complete() {
        change(() -> complete = true);
    }

    /** More comes after all. A playout that has begun to end is not held up: what comes is for the next one. */
    public void reopen() {
        change(() -> complete = false);
    }

    /** Whoever plays is to end at once, and nothing more is kept. */
    public void stop() {
        change(() -> {
            stopped = true;
            close();
        });
    }

    /** Nothing will be published any more: forgets all, and takes no more. */
    public void close() {
        change(() -> {
            closed = true;
            pictures.clear();
            decided.clear();
        });
    }

    /** Whether segments wait. */
    public boolean hasSegments() {
        return locked(() -> !decided.isEmpty());
    }

    /** Forgets the oldest segments beyond so many, with their pictures; returns them. */
    public List<DecidedSegment> keepLatest(int most) {
        return locked(() -> {
            List<DecidedSegment> dropped = new ArrayList<>();
            while (decided.size() > most) {
                dropped.add(decided.remove());
            }
            if (!dropped.isEmpty()) {
                forgetPicturesBefore(decided.isEmpty() ? Long.MAX_VALUE : startMs(decided.getFirst()));
            }
            return dropped;
        });
    }

    /** A playout begins. */
    void begin() {
        change(() -> ending = false);
    }

    /**
     * Waits until there is a segment and a key frame to begin it with; what lies before that key frame is cut off.
     *
     * @return stream time of the key frame in ms; empty if nothing comes any more
     */
    Optional<Long> awaitBeginning() throws InterruptedException {
        lock.lock();
        try {
            Optional<Long> beginning = beginning();
            while (beginning.isEmpty() && !stopped && !(complete && decided.isEmpty())) {
                changed.await();
                beginning = beginning();
            }
            return stopped ? Optional.empty() : beginning;
        } finally {
            lock.unlock();
        }
    }

    private Optional<Long> beginning() {
        if (decided.isEmpty()) {
            return Optional.empty();
        }
        long from = startMs(decided.getFirst());
        pictures.removeIf(picture -> picture.ptsMs() < from);
        while (!pictures.isEmpty() && !pictures.getFirst().key()) {
            pictures.remove();
        }
        if (pictures.isEmpty()) {
            return Optional.empty();
        }
        long key = pictures.getFirst().ptsMs();
        while (!decided.isEmpty() && decided.getFirst().end().toMillis() <= key) {
            decided.remove();
        }
        if (decided.isEmpty()) {
            return Optional.empty();
        }
        decided.addFirst(from(decided.remove(), key));
        return Optional.of(key);
    }

    private static long startMs(DecidedSegment segment) {
        return segment.start().toMillis();
    }

    /** The segment without what lies before a moment. */
    private static DecidedSegment from(DecidedSegment whole, long ms) {
        Pcm sound = whole.sound();
        double cutMs = ms - whole.start().toNanos() / 1e6;
        int skip = (int) Math.round(cutMs / MS_PER_SECOND * sound.sampleRate());
        if (skip <= 0) {
            return whole;
        }
        float[] rest = Arrays.copyOfRange(
                sound.interleaved(),
                Math.min(skip, sound.samples()) * sound.channels(),
                sound.samples() * sound.channels());
        return new DecidedSegment(
                whole.number(),
                new Pcm(rest, sound.channels(), sound.sampleRate()),
                whole.dubbed(),
                Duration.ofMillis(ms),
                whole.end(),
                whole.displacementMs());
    }

    private void forgetPicturesBefore(long ms) {
        pictures.removeIf(picture -> picture.ptsMs() < ms);
    }

    /** Takes all segments that are there. */
    List<DecidedSegment> takeSegments() {
        return locked(() -> {
            List<DecidedSegment> fresh = List.copyOf(decided);
            decided.clear();
            return fresh;
        });
    }

    /** Puts segments back in front, in their order: they could not be published as a whole. */
    void giveBack(List<DecidedSegment> segments) {
        change(() -> {
            if (!closed) {
                for (int i = segments.size() - 1; i >= 0; i--) {
                    decided.addFirst(segments.get(i));
                }
            }
        });
    }

    /** The next picture if it is to be decoded before this stream time. */
    Optional<Picture> nextPicture(long beforeMs) {
        return locked(() -> Optional.ofNullable(pictures.peek()).filter(picture -> picture.dtsMs() < beforeMs));
    }

    /** The next picture has left. */
    void pictureLeft() {
        change(pictures::remove);
    }

    /** Whether the playout is to end after what it has taken; from then on it cannot be kept from it. */
    boolean mayEnd() {
        return locked(() -> {
            ending |= complete && decided.isEmpty();
            return ending;
        });
    }

    boolean isStopped() {
        return locked(() -> stopped);
    }

    /** How often it has changed. */
    long changes() {
        return locked(() -> changes);
    }

    /** Waits until it has changed more often than the caller has seen, or so long. */
    void awaitChange(long seen, long nanos) throws InterruptedException {
        lock.lock();
        try {
            long left = nanos;
            while (changes == seen && left > 0) {
                left = changed.awaitNanos(left);
            }
        } finally {
            lock.unlock();
        }
    }

    /** Waits so long, or until it is stopped. */
    void linger(long nanos) throws InterruptedException {
        lock.lock();
        try {
            long left = nanos;
            while (left > 0 && !stopped) {
                left = changed.awaitNanos(left);
            }
        } finally {
            lock.unlock();
        }
    }

    private void change(Runnable step) {
        lock.lock();
        try {
            step.run();
            changes++;
            changed.signalAll();
        } finally {
            lock.unlock();
        }
    }

    private <T> T locked(java.util.function.Supplier<T> question) {
        lock.lock();
        try {
            return question.get();
        } finally {
            lock.unlock();
        }
    }
}
