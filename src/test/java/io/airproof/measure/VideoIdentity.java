package io.airproof.measure;

import io.airproof.media.CodedPicture;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.OptionalInt;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.IntStream;

/**
 * Whether the output has every picture of the clip, bit for bit, once, in order (contract dubbing §5.3).
 *
 * <p>Pictures are known by their slices. One with other slices is an altered frame: the one whose number is read from it, or
 * where none can be read and as many frames are missing as pictures stand there, those. Of frames in a wrong order, the
 * fewest are named that must be moved to put things right: of two that changed places, one. Exact: the tests find no frame
 * named that is not hurt and none missed.
 *
 * @param lost frames that do not occur, in order
 * @param repeated frames that occur more than once, in order, each named once
 * @param reordered frames at a wrong place, in order
 * @param altered frames whose coded slices were changed, in order
 * @param foreign presentation times of pictures that belong to no frame of the clip
 */
public record VideoIdentity(
        List<Integer> lost,
        List<Integer> repeated,
        List<Integer> reordered,
        List<Integer> altered,
        List<Duration> foreign) {

    public VideoIdentity {
        lost = List.copyOf(lost);
        repeated = List.copyOf(repeated);
        reordered = List.copyOf(reordered);
        altered = List.copyOf(altered);
        foreign = List.copyOf(foreign);
    }

    /**
     * Compares the output with the clip.
     *
     * @param output pictures in order of decoding
     * @param exact which frame of the clip each is, by its slices
     * @param read which frame is seen in it; asked only where the slices are unknown
     * @param frameCount frames of the clip, at least 0
     */
    public static VideoIdentity of(List<CodedPicture> output, FrameNumbers exact, FrameNumbers read, int frameCount) {
        Set<Integer> altered = new TreeSet<>();
        List<OptionalInt> shown = new ArrayList<>();
        for (CodedPicture picture : output) {
            OptionalInt number = exact.numberOf(picture);
            if (number.isEmpty()) {
                number = seen(read.numberOf(picture), frameCount);
                number.ifPresent(altered::add);
            }
            shown.add(number);
        }
        List<Integer> firsts = new ArrayList<>();
        Set<Integer> seen = new HashSet<>();
        Set<Integer> repeated = new TreeSet<>();
        for (OptionalInt number : shown) {
            if (number.isPresent() && !seen.add(number.getAsInt())) {
                repeated.add(number.getAsInt());
            } else if (number.isPresent()) {
                firsts.add(number.getAsInt());
            }
        }
        Set<Integer> lost = new TreeSet<>(IntStream.range(0, frameCount).boxed().toList());
        lost.removeAll(seen);

        List<Duration> foreign = new ArrayList<>();
        nameUnknown(output, shown, lost, frameCount, altered, foreign);
        altered.forEach(lost::remove);

        return new VideoIdentity(
                List.copyOf(lost), List.copyOf(repeated), Ascents.outside(firsts), List.copyOf(altered), foreign);
    }

    private static OptionalInt seen(OptionalInt number, int frameCount) {
        return number.isPresent() && number.getAsInt() < frameCount ? number : OptionalInt.empty();
    }

    /** Nothing lost, repeated, reordered, altered or foreign. */
    public boolean intact() {
        return lost.isEmpty() && repeated.isEmpty() && reordered.isEmpty() && altered.isEmpty() && foreign.isEmpty();
    }

    private static void nameUnknown(
            List<CodedPicture> output,
            List<OptionalInt> shown,
            Set<Integer> lost,
            int frameCount,
            Set<Integer> altered,
            List<Duration> foreign) {
        int i = 0;
        while (i < shown.size()) {
            int from = i;
            while (i < shown.size() && shown.get(i).isEmpty()) {
                i++;
            }
            if (i == from) {
                i++;
                continue;
            }
            int before = from == 0 ? -1 : shown.get(from - 1).getAsInt();
            int after = i == shown.size() ? frameCount : shown.get(i).getAsInt();
            List<Integer> gap = IntStream.range(before + 1, Math.max(before + 1, after))
                    .boxed()
                    .toList();
            if (gap.size() == i - from && lost.containsAll(gap)) {
                altered.addAll(gap);
            } else {
                output.subList(from, i).forEach(picture -> foreign.add(picture.pts()));
            }
        }
    }
}
