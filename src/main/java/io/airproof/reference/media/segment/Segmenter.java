package io.airproof.reference.media.segment;

import io.airproof.reference.media.av.Pcm;
import io.airproof.reference.media.ingest.Picture;
import java.time.Duration;
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

    private final Duration length;
    private final Consumer<Picture> pictures;
    private final Consumer<Cut> cuts;
    private final Map<Integer, Long> videoBytes = new HashMap<>();
    private OptionalLong zeroMs = OptionalLong.empty();
    private Optional<Sounding> sounding = Optional.empty();
    private long lastPictureMs;
    private long pictureStepMs;
    private int next;

    private record Sounding(SoundTrack track, Grid grid, int channels) {}

    /**
     * A segmenter.
     *
     * @param length of a segment
     * @param pictures gets each picture on stream time
     * @param cuts gets each segment as soon as its last sample is there
     */
    public Segmenter(Duration length, Consumer<Picture> pictures, Consumer<Cut> cuts) {
        this.length = length;
        this.pictures = pictures;
        this.cuts = cuts;
    }

    /** A picture on the source's clock. */
    public void picture(Picture picture) {
        if (zeroMs.isEmpty()) {
            if (!picture.key()) {
                return;
            }
            zeroMs = OptionalLong.of(picture.ptsMs());
        }
        Picture mine = picture.earlier(zeroMs.getAsLong());
        pictureStepMs = Math.max(0, mine.ptsMs() - lastPictureMs);
        lastPictureMs = Math.max(lastPictureMs, mine.ptsMs());
        int segment = Math.max(0, Math.floorDiv((int) mine.ptsMs(), (int) length.toMillis()));
        videoBytes.merge(segment, (long) mine.data().length, Long::sum);
        pictures.accept(mine);
    }

    /** A piece of sound, and the time of its first sample on the source's clock. */
    public void sound(Pcm piece, long ptsMs) {
        if (zeroMs.isEmpty()) {
            return;
        }
        Sounding mine = sounding.orElseGet(() -> new Sounding(
                new SoundTrack(piece.sampleRate(), piece.channels()),
                new Grid(length, piece.sampleRate()),
                piece.channels()));
        sounding = Optional.of(mine);
        mine.track().add(piece.interleaved(), ptsMs - zeroMs.getAsLong());
        while (mine.track().end() >= mine.grid().firstSample(next + 1)) {
            cut(mine, mine.grid().firstSample(next + 1), mine.grid().start(next + 1), true);
        }
    }

    /** The source has ended: cuts what is left. */
    public void end() {
        if (zeroMs.isEmpty() || sounding.isEmpty()) {
            return;
        }
        Sounding mine = sounding.get();
        Duration start = mine.grid().start(next);
        Duration soundEnd = Duration.ofNanos(
                Math.round(mine.track().end() * 1e9 / mine.grid().sampleRate()));
        Duration pictureEnd = Duration.ofMillis(lastPictureMs + pictureStepMs);
        Duration end = soundEnd.compareTo(pictureEnd) > 0 ? soundEnd : pictureEnd;
        if (end.compareTo(start) > 0) {
            boolean whole = end.minus(start).compareTo(SHORTEST_SEGMENT) >= 0;
            cut(mine, mine.track().end(), end, whole);
        }
    }

    private void cut(Sounding mine, long upTo, Duration end, boolean whole) {
        Pcm sound =
                new Pcm(mine.track().take(upTo), mine.channels(), mine.grid().sampleRate());
        long bytes = videoBytes.getOrDefault(next, 0L);
        OptionalInt number = whole ? OptionalInt.of(next) : OptionalInt.empty();
        videoBytes.remove(next);
        Duration start = mine.grid().start(next);
        next++;
        cuts.accept(new Cut(number, sound, start, end, bytes, mine.track().displacement()));
    }
}
