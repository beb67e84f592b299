package io.airproof.reference.media.worker;

import io.airproof.reference.media.av.EncodedTrack;
import io.airproof.reference.media.ingest.Picture;
import io.airproof.reference.media.ingest.Refusal;
import io.airproof.reference.media.ingest.VideoForm;
import io.airproof.reference.media.metrics.StreamMetrics;
import io.airproof.reference.media.segment.Cut;
import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.ThreadLocalRandom;

/**
 * The worker's input (contract 6.5): pulls the source take by take, tries again when a pull is lost, and goes on when
 * the broadcaster returns. Runs on the worker's thread alone, but for what a take brings.
 *
 * <pre>
 * idle     the source is announced               → pulling
 * pulling  the pull ends, the source is gone     → idle
 * pulling  the pull ends, announced anew         → pulling
 * pulling  the pull ends, nobody knows why       → lost
 * pulling  refused, or of another form           → closed
 * lost     the wait is over                      → pulling
 * lost     the source is gone, or no try is left → idle
 * </pre>
 */
final class SourceSide {

    /** A pull that has not ended by itself this long after not-ready is ended. */
    private static final Duration PULL_ENDS_WITHIN = Duration.ofSeconds(2);

    /** Not-ready follows the end of a pull within this; what comes later is a loss. */
    private static final Duration WORD_FOLLOWS = Duration.ofMillis(500);

    /** Tries after a pull was lost (contract 6.5). */
    private static final int TRIES = 3;

    private enum State {
        IDLE,
        PULLING,
        LOST,
        CLOSED
    }

    private final String url;
    private final String name;
    private final Duration length;
    private final StreamMetrics metrics;
    private final StreamLog log;
    private final Status status;
    private final Turns turns;
    private final InputListener listener;
    private final Backoff backoff;
    private State state = State.IDLE;
    private Optional<Take> pulling = Optional.empty();
    private Optional<SourceForm> form = Optional.empty();
    private Duration reached = Duration.ZERO;
    private int segments;
    private int takes;
    private int failures;
    private boolean gone;
    private boolean again;

    SourceSide(
            String streamId,
            String url,
            Duration length,
            Duration firstWait,
            StreamMetrics metrics,
            StreamLog log,
            Status status,
            Turns turns,
            InputListener listener) {
        this.name = streamId + "-ingest";
        this.url = url;
        this.length = length;
        this.metrics = metrics;
        this.log = log;
        this.status = status;
        this.turns = turns;
        this.listener = listener;
        this.backoff = new Backoff(firstWait, TRIES);
    }

    /** The media server says that the source is there. */
    void announced() {
        if (state == State.PULLING) {
            again = gone;
        } else if (state != State.CLOSED) {
            failures = 0;
            pull();
        }
    }

    /** The media server says that the source is gone. */
    void gone() {
        gone = true;
        again = false;
        if (state == State.LOST) {
            state = State.IDLE;
        }
        int mine = takes;
        turns.after(PULL_ENDS_WITHIN, () -> {
            if (mine == takes) {
                stop();
            }
        });
    }

    /** Ends the pull soon. */
    void stop() {
        pulling.ifPresent(Take::stop);
    }

    /** Whether nothing is pulled, nor will be unless it is announced. */
    boolean isIdle() {
        return state == State.IDLE || state == State.CLOSED;
    }

    private void pull() {
        state = State.PULLING;
        gone = false;
        again = false;
        int mine = ++takes;
        Take take = new Take(url, length, reached, segments, new Events(mine));
        pulling = Optional.of(take);
        Worker.daemon(take::run, name).start();
    }

    private void ended(String how, long atNanos) {
        pulling = Optional.empty();
        log.info("input_ended", "the pull has ended: " + how);
        metrics.pipeline("input", 0);
        listener.paused();
        if (again) {
            pull();
        } else if (gone) {
            state = State.IDLE;
        } else {
            state = State.LOST;
            int mine = takes;
            turns.after(WORD_FOLLOWS, () -> missed(mine, how));
            backoff.before(failures++, ThreadLocalRandom.current())
                    .ifPresentOrElse(
                            wait -> turns.after(wait.minusNanos(System.nanoTime() - atNanos), () -> {
                                if (state == State.LOST && mine == takes) {
                                    pull();
                                }
                            }),
                            this::giveUp);
        }
        listenerMayLeave();
    }

    private void missed(int take, String how) {
        if (state == State.LOST && take == takes) {
            log.warn("source_missed", "the source is lost without a word: " + how);
            status.inputTrouble("source_lost", false);
        }
    }

    private void giveUp() {
        state = State.IDLE;
        metrics.error("source_lost");
        log.warn("source_lost", "the source is lost, and was not found again; what was received is played out");
        status.inputTrouble("source_lost", false);
        listener.givenUp();
    }

    private void listenerMayLeave() {
        if (isIdle()) {
            status.draining();
        }
    }

    /** Brings what a take says to the worker's thread; a take of another form is not listened to. */
    private final class Events implements Take.Listener {
        private final int mine;
        private boolean other;

        Events(int mine) {
            this.mine = mine;
        }

        private void post(Runnable step) {
            turns.take(() -> {
                if (mine == takes) {
                    step.run();
                }
            });
        }

        @Override
        public void connected() {
            post(() -> {
                log.info("input_connected", "pulling");
                metrics.pipeline("input", 1);
            });
        }

        @Override
        public void video(VideoForm video) {
            other = form.filter(known -> !known.admits(video)).isPresent();
            if (other) {
                stop();
                return;
            }
            form = form.or(() -> Optional.of(SourceForm.of(video)));
            post(() -> {
                failures = 0;
                status.inputWell();
                listener.began(video);
            });
        }

        @Override
        public void sound(int sampleRate, int channels) {
            other |= form.filter(known -> !known.admitsSound(sampleRate, channels))
                    .isPresent();
            if (other) {
                stop();
                return;
            }
            form = form.map(known -> known.withSound(sampleRate, channels));
            post(() -> listener.sound(sampleRate, channels));
        }

        @Override
        public void picture(Picture picture) {
            if (!other) {
                listener.picture(picture);
            }
        }

        @Override
        public void cut(Cut cut, EncodedTrack sound) {
            if (!other) {
                post(() -> {
                    reached = cut.end();
                    segments += cut.number().isPresent() ? 1 : 0;
                    listener.cut(cut, sound);
                });
            }
        }

        @Override
        public void brokenSound(String why) {
            metrics.error("audio_processing");
            log.warn("sound_broken", "a packet of sound is broken: " + why);
        }

        @Override
        public void refused(Refusal refusal, String why) {
            post(() -> {
                state = State.CLOSED;
                pulling = Optional.empty();
                metrics.error(refusal.word());
                metrics.pipeline("input", 2);
                status.inputTrouble(refusal.word(), true);
                log.warn(refusal.word(), why);
                listener.refused(refusal);
            });
        }

        @Override
        public void ended(String how, long atNanos) {
            post(() -> {
                if (other) {
                    state = State.CLOSED;
                    pulling = Optional.empty();
                    log.info("source_changed", "the source is back in another form");
                    listener.paused();
                    listener.changed();
                } else {
                    SourceSide.this.ended(how, atNanos);
                }
            });
        }
    }
}
