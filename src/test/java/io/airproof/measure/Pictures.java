package io.airproof.measure;

import io.airproof.media.CodedPicture;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.OptionalInt;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/** Coded pictures of known truth: frame n has the slice "n", shown on the ms grid of FLV. */
final class Pictures {

    static final double FPS = 30;

    private Pictures() {}

    static List<CodedPicture> from(Duration start, int count) {
        return IntStream.range(0, count)
                .mapToObj(n -> picture(start, n, Integer.toString(n)))
                .toList();
    }

    static CodedPicture picture(Duration start, int place, String slice) {
        return new CodedPicture(start.plusMillis(Math.round(place * 1000 / FPS)), place % 30 == 0, List.of(slice, "x"));
    }

    /** Knows pictures by their slices, as a clip's own index does. */
    static FrameNumbers numbers(int count) {
        Map<String, Integer> numbers =
                IntStream.range(0, count).boxed().collect(Collectors.toMap(n -> n + "+x", n -> n));
        return picture ->
                numbers.containsKey(picture.key()) ? OptionalInt.of(numbers.get(picture.key())) : OptionalInt.empty();
    }

    /** The pictures at the times of an unhurt stream, with the slices in the order given. */
    static List<CodedPicture> inOrder(List<String> slices) {
        return IntStream.range(0, slices.size())
                .mapToObj(place -> picture(Duration.ZERO, place, slices.get(place)))
                .toList();
    }

    static List<String> slices(int count) {
        return new ArrayList<>(
                IntStream.range(0, count).mapToObj(Integer::toString).toList());
    }

    static List<String> swapped(int count, int a, int b) {
        List<String> slices = slices(count);
        Collections.swap(slices, a, b);
        return slices;
    }

    static OptionalInt frame(int number) {
        return OptionalInt.of(number);
    }
}
