package io.airproof.reference.media.segment;

import io.airproof.reference.media.av.Pcm;
import io.airproof.reference.media.ingest.Picture;
import java.time.Duration;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.OptionalLong;
import java.util.function.Consumer;

/**
 * Cuts a source into segments (contract 5.2). Stream time 0 is the first key frame; sound before it is discarded. Used
 * by one thread; touches no clock.
 */
public final class Segmenter {

    /** A tail this long is a segment of its own; a shorter one is not. */
    public static final Duration SHORTEST_SEGMENT = Duration.ofSeconds(1);

    /** Sound that is missing this long after its picture will not come any more: the segment is cut with silence. */
    private static final Duration SOUND_LATE = Duration.ofSeconds(1);

    /** Sound may come this much before the first key frame that belongs to it. */
    private static final long PREROLL_MS = 1000;

    /** Up to so many AAC frames of sound after the last picture are the encoder's filling, no programme. */
    private static final long FILLING_SAMPLES = 3 * 1024L;

    /** Time stamps are whole milliseconds: an end this close to the grid is on it. */
    private static final long ROUNDING_MS = 3;

    private static final double NANOS_PER_SECOND = 1e9;

    private final Duration length;
    private final Consumer<Picture> pictures;
    private final Consumer<Pcm> settled;
    private final Consumer<Cut> cuts;
    private final Map<Integer, Long> videoBytes = new HashMap<>();
    private final Deque<Piece> preroll = new ArrayDeque<>();
    private OptionalLong zeroMs = OptionalLong.empty();
    private Optional<Sounding> sounding = Optional.empty();
    private long lastPictureMs;
    private long previousPictureMs;
    private long settledUpTo;
    private int next;

    private record Sounding(SoundTrack track, Grid grid, int channels) {}

    private record Piece(Pcm sound, long ptsMs) {}

    /**
     * A segmenter.
     *
     * @param length of a segment
     * @param pictures gets each picture on stream time
     * @param settled gets the sound of the coming segment bit by bit, each as soon as it is known; at the end of the
     *     source it may go beyond what is cut
     * @param cuts gets each segment as soon as its last sample is there
     */
    public Segmenter(Duration length, Consumer<Picture> pictures, Consumer<Pcm> settled, Consumer<Cut> cuts) {
        this.length = length;
        this.pictures = pictures;
        this.settled = settled;
        this.cuts = cuts;
    }

    /** A picture on the source's clock. */
    public void picture(Picture picture) {
        boolean begins = zeroMs.isEmpty();
        if (begins) {
            if (!picture.key()) {
                return;
            }
            zeroMs = OptionalLong.of(picture.ptsMs());
        }
        Picture mine = picture.earlier(zeroMs.getAsLong());
        note(mine.ptsMs());
        int segment = (int) Math.max(next, Math.floorDiv(mine.ptsMs(), length.toMillis()));
        videoBytes.merge(segment, (long) mine.data().length, Long::sum);
        pictures.accept(mine);
        if (begins) {
            preroll.forEach(piece -> sound(piece.sound(), piece.ptsMs()));
            preroll.clear();
        }
        sounding.ifPresent(this::cutWhereSoundIsMissing);
    }

    /** Pictures may come out of their order in time; the step is the one between the two last in time. */
    private void note(long ptsMs) {
        if (ptsMs > lastPictureMs) {
            previousPictureMs = lastPictureMs;
            lastPictureMs = ptsMs;
        } else if (ptsMs < lastPictureMs) {
            previousPictureMs = Math.max(previousPictureMs, ptsMs);
        }
    }

    /** A piece of sound, and the time of its first sample on the source's clock. */
    public void sound(Pcm piece, long ptsMs) {
        if (zeroMs.isEmpty()) {
            preroll.add(new Piece(piece, ptsMs));
            preroll.removeIf(old -> old.ptsMs() < ptsMs - PREROLL_MS);
            return;
        }
        Sounding mine = sounding.orElseGet(() -> new Sounding(
                new SoundTrack(piece.sampleRate(), piece.channels()),
                new Grid(length, piece.sampleRate()),
                piece.channels()));
        sounding = Optional.of(mine);
        mine.track().add(piece.interleaved(), ptsMs - zeroMs.getAsLong());
        while (mine.track().end() >= mine.grid().firstSample(next + 1)) {
            cut(mine, mine.grid().start(next + 1), true);
        }
        settle(mine, mine.track().end());
    }

    private void settle(Sounding mine, long upTo) {
        if (upTo > settledUpTo) {
            settled.accept(new Pcm(
                    mine.track().copy(settledUpTo, upTo),
                    mine.channels(),
                    mine.grid().sampleRate()));
            settledUpTo = upTo;
        }
    }

    private void cutWhereSoundIsMissing(Sounding mine) {
        while (lastPictureMs >= mine.grid().start(next + 1).plus(SOUND_LATE).toMillis()) {
            cut(mine, mine.grid().start(next + 1), true);
        }
    }

    /** The source has ended: cuts what is left, to the end of its pictures or of its sound. */
    public void end() {
        if (zeroMs.isEmpty() || sounding.isEmpty()) {
            return;
        }
        Sounding mine = sounding.get();
        Duration end = snapped(end(mine));
        while (end.compareTo(mine.grid().start(next)) > 0) {
            Duration whole = mine.grid().start(next + 1);
            Duration upTo = end.compareTo(whole) < 0 ? end : whole;
            boolean segment = upTo.minus(mine.grid().start(next)).compareTo(SHORTEST_SEGMENT) >= 0;
            cut(mine, upTo, segment);
        }
    }

    private Duration snapped(Duration end) {
        long ms = end.toMillis();
        long nearest = Math.round((double) ms / length.toMillis()) * length.toMillis();
        return nearest > 0 && Math.abs(ms - nearest) <= ROUNDING_MS ? Duration.ofMillis(nearest) : end;
    }

    private Duration end(Sounding mine) {
        int rate = mine.grid().sampleRate();
        Duration pictureEnd = Duration.ofMillis(2 * lastPictureMs - previousPictureMs);
        long over = mine.track().end() - mine.grid().sampleAt(pictureEnd);
        return over <= FILLING_SAMPLES
                ? pictureEnd
                : Duration.ofNanos(Math.round(mine.track().end() * NANOS_PER_SECOND / rate));
    }

    /** Cuts the next segment or tail; where there is no sound it gets silence. */
    private void cut(Sounding mine, Duration end, boolean segment) {
        long upTo = mine.grid().sampleAt(end);
        mine.track().silenceUpTo(upTo);
        settle(mine, upTo);
        Pcm sound =
                new Pcm(mine.track().take(upTo), mine.channels(), mine.grid().sampleRate());
        OptionalInt number = segment ? OptionalInt.of(next) : OptionalInt.empty();
        long bytes = Optional.ofNullable(videoBytes.remove(next)).orElse(0L);
        Duration start = mine.grid().start(next);
        next++;
        cuts.accept(new Cut(
                number,
                sound,
                start,
                end,
                bytes,
                mine.track().displacement(),
                mine.track().takeSlewMs()));
    }
}
