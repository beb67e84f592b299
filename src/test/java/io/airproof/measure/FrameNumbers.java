package io.airproof.measure;

import io.airproof.media.CodedPicture;
import java.util.Map;
import java.util.OptionalInt;

/** Knows which frame of a clip a coded picture is. */
@FunctionalInterface
public interface FrameNumbers {

    /** The number of a frame from 0, by {@link CodedPicture#key()}; empty if the clip has no such picture. */
    OptionalInt numberOf(String key);

    /** The numbers of a table. */
    static FrameNumbers of(Map<String, Integer> numbers) {
        Map<String, Integer> copy = Map.copyOf(numbers);
        return key -> {
            Integer number = copy.get(key);
            return number == null ? OptionalInt.empty() : OptionalInt.of(number);
        };
    }
}
