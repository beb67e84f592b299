package io.airproof.measure;

import io.airproof.media.CodedPicture;
import java.time.Duration;
import java.util.Comparator;
import java.util.List;
import java.util.function.IntFunction;

/**
 * Tells which moment of the clip is seen at a moment of the output, by the frames themselves.
 *
 * <p>A picture is seen from its presentation time until the next one; frame n stands for source time [n/fps, (n + 1)/fps).
 * A picture that stands for longer is a frozen one: the source time then stops at the end of its frame. Exact but for the
 * 1 ms grid of FLV time stamps: worst error found by the tests 0.5 ms.
 */
public final class PictureClock {

    private final List<ShownFrame> frames;
    private final IntFunction<Duration> sourceTime;
    private final Duration frameDuration;

    private PictureClock(List<ShownFrame> frames, IntFunction<Duration> sourceTime, Duration frameDuration) {
        this.frames = frames;
        this.sourceTime = sourceTime;
        this.frameDuration = frameDuration;
    }

    /**
     * A clock for a clip whose frame 0 is at time 0.
     *
     * @param output pictures of the output in any order
     * @param numbers which frame of the clip each is
     * @param fps frames per second of the clip, above 0
     */
    public static PictureClock of(List<CodedPicture> output, FrameNumbers numbers, double fps) {
        return of(output, numbers, fps, Duration.ZERO);
    }

    /**
     * A clock for a clip whose frame 0 is at {@code firstFrame}: the truth of a clip is the FLV as published, where sound and
     * picture need not start at 0.
     */
    public static PictureClock of(List<CodedPicture> output, FrameNumbers numbers, double fps, Duration firstFrame) {
        if (!(fps > 0)) {
            throw new IllegalArgumentException("a frame rate is above 0: " + fps);
        }
        List<ShownFrame> frames = output.stream()
                .map(picture -> new ShownFrame(picture.pts(), numbers.numberOf(picture)))
                .sorted(Comparator.comparing(ShownFrame::pts))
                .toList();
        return new PictureClock(frames, number -> firstFrame.plus(Times.seconds(number / fps)), Times.seconds(1 / fps));
    }

    /** The pictures of the output in order of presentation. */
    public List<ShownFrame> frames() {
        return frames;
    }

    /** How long a frame of the clip is seen. */
    public Duration frameDuration() {
        return frameDuration;
    }

    /** The moment of the clip that is seen at a moment of the output. */
    public Reading<Duration> sourceTimeAt(Duration outputTime) {
        int index = latestAt(outputTime);
        if (index < 0) {
            return Reading.unmeasurable("no picture is shown at %s: %s"
                    .formatted(
                            Times.text(outputTime),
                            frames.isEmpty()
                                    ? "the output has none"
                                    : "the first comes at "
                                            + Times.text(frames.get(0).pts())));
        }
        ShownFrame shown = frames.get(index);
        Duration stood = outputTime.minus(shown.pts());
        if (index == frames.size() - 1 && stood.compareTo(frameDuration) > 0) {
            return Reading.unmeasurable("no picture is shown at %s: the last came at %s"
                    .formatted(Times.text(outputTime), Times.text(shown.pts())));
        }
        if (shown.frame().isEmpty()) {
            return Reading.unmeasurable(
                    "the picture shown at %s is no frame of the clip".formatted(Times.text(outputTime)));
        }
        Duration within = stood.compareTo(frameDuration) < 0 ? stood : frameDuration;
        return Reading.measured(sourceTime.apply(shown.frame().getAsInt()).plus(within));
    }

    private int latestAt(Duration time) {
        int low = 0;
        int high = frames.size();
        while (low < high) {
            int middle = (low + high) >>> 1;
            if (frames.get(middle).pts().compareTo(time) <= 0) {
                low = middle + 1;
            } else {
                high = middle;
            }
        }
        return low - 1;
    }
}
