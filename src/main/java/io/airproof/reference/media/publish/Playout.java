package io.airproof.reference.media.publish;

import io.airproof.reference.media.av.AvException;
import io.airproof.reference.media.ingest.Picture;
import io.airproof.reference.media.ingest.VideoForm;
import io.airproof.reference.media.mix.OutputSound;
import java.time.Duration;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.Optional;
import java.util.concurrent.TimeUnit;

/**
 * One publication of an output in real time (contract 5.5): opens it, waits for the first decision and the reserve, then
 * sends pictures and sound in order of time. Where the next segment is not decided, both wait. Runs on a thread of its
 * own.
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
    private final Backlog backlog;
    private final PlayoutListener listener;

    /**
     * A playout.
     *
     * @param url where to
     * @param language of the sound
     * @param offset what is added to all time stamps
     * @param reserve from the first decision to the first picture
     * @param backlog what is to be published
     * @param listener told what happens
     */
    public Playout(
            String url, String language, Duration offset, Duration reserve, Backlog backlog, PlayoutListener listener) {
        this.url = url;
        this.language = language;
        this.offset = offset;
        this.reserve = reserve;
        this.backlog = backlog;
        this.listener = listener;
    }

    /**
     * Plays to the end; blocks.
     *
     * @param from stream time that no picture will be before
     */
    public void run(VideoForm video, int sampleRate, int channels, Duration from) {
        backlog.begin();
        try (OutputSound sound = new OutputSound(sampleRate, channels);
                RtmpOutput output = new RtmpOutput(url, video, sound.encoder(), language)) {
            Deque<OutputSound.Frame> lead = new ArrayDeque<>(sound.lead());
            OutputSound.Frame first = lead.removeFirst();
            // No later packet may be earlier: a first picture that is decoded before it is shown moves this one.
            long firstMs = Math.min(first.streamTimeMs(), -video.leadMs() - 1);
            output.sound(first.data(), from.toMillis() + firstMs + offset.toMillis());
            listener.opened();
            Optional<Long> beginning = backlog.awaitBeginning();
            if (beginning.isPresent()) {
                play(new Player(sound, output, lead, sampleRate, beginning.get()));
                backlog.linger(LINGER_NANOS);
            }
        } catch (AvException e) {
            listener.lost(e.words());
            return;
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
        listener.finished();
    }

    private void play(Player player) throws InterruptedException {
        try {
            player.play();
        } catch (AvException e) {
            player.giveBack();
            throw e;
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
        private final long beginningMs;
        private long soundSamples;
        private long decidedUntilMs;
        private boolean ending;

        Player(OutputSound sound, RtmpOutput output, Deque<OutputSound.Frame> lead, int sampleRate, long beginningMs) {
            this.sampleRate = sampleRate;
            this.sound = sound;
            this.output = output;
            this.frames = lead;
            this.beginningMs = beginningMs;
        }

        void play() throws InterruptedException {
            Timeline timeline = new Timeline(System.nanoTime() + reserve.toNanos(), beginningMs);
            while (!ended()) {
                long seen = backlog.changes();
                encode();
                Optional<Long> next = nextMs();
                long left = next.map(ms -> timeline.due(ms) - System.nanoTime()).orElse(LONGEST_WAIT_NANOS);
                if (next.isPresent() && left <= 0) {
                    sendNext();
                } else {
                    backlog.awaitChange(seen, left);
                    if (next.isEmpty()) {
                        encode();
                        nextMs().ifPresent(ms -> resume(timeline, ms));
                    }
                }
            }
            reportPublished(Long.MAX_VALUE);
        }

        private boolean ended() {
            return backlog.isStopped()
                    || (ending
                            && !sound.hasMore()
                            && frames.isEmpty()
                            && nextPicture().isEmpty());
        }

        private void resume(Timeline timeline, long nextMs) {
            long waited = timeline.catchUp(nextMs, System.nanoTime());
            if (waited > 0) {
                listener.stalled(waited);
            }
        }

        /** Takes what has been decided and encodes a little ahead. */
        private void encode() {
            for (DecidedSegment segment : backlog.takeSegments()) {
                sound.add(segment.sound(), segment.dubbed());
                decidedUntilMs = segment.end().toMillis();
                Written written = new Written(segment, beginningMs + soundSamples * MS_PER_SECOND / sampleRate);
                soundSamples += segment.sound().samples();
                playing.add(written);
                coming.add(written);
            }
            boolean nearlyOut = !sound.hasMore() && frames.size() < FRAMES_AHEAD;
            if (!ending && nearlyOut && backlog.mayEnd()) {
                sound.end();
                ending = true;
            }
            while (frames.size() < FRAMES_AHEAD && sound.hasMore()) {
                frames.addAll(sound.encodeSome());
            }
        }

        /** Stream time of what comes next; empty if nothing may be sent. */
        private Optional<Long> nextMs() {
            Optional<Long> picture = nextPicture().map(Picture::dtsMs);
            Optional<Long> frame = Optional.ofNullable(frames.peek()).map(this::streamTimeMs);
            if (picture.isPresent() && frame.isPresent()) {
                return Optional.of(Math.min(picture.get(), frame.get()));
            }
            return picture.or(() -> frame);
        }

        private long streamTimeMs(OutputSound.Frame frame) {
            return beginningMs + frame.streamTimeMs();
        }

        private Optional<Picture> nextPicture() {
            return backlog.nextPicture(decidedUntilMs);
        }

        private void sendNext() {
            Optional<Picture> picture = nextPicture();
            OutputSound.Frame frame = frames.peek();
            if (picture.isPresent() && (frame == null || picture.get().dtsMs() <= streamTimeMs(frame))) {
                output.picture(picture.get().earlier(-offset.toMillis()));
                backlog.pictureLeft();
                reportBegun(picture.get().ptsMs());
                reportPublished(picture.get().ptsMs());
            } else if (frame != null) {
                output.sound(frame.data(), streamTimeMs(frame) + offset.toMillis());
                frames.remove();
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

        /** The publication broke: what it did not finish is for the next one. */
        void giveBack() {
            backlog.giveBack(playing.stream().map(Written::segment).toList());
        }
    }
}
