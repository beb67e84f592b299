package io.airproof.measure;

import io.airproof.media.CodedPicture;
import java.util.Map;
import java.util.OptionalInt;

/** Knows which frame of a clip a coded picture is. */
@FunctionalInterface
public interface FrameNumbers {

    /** The number of a frame from 0; empty if it is not known. */
    OptionalInt numberOf(CodedPicture picture);

    /** Knows none. */
    static FrameNumbers none() {
        return picture -> OptionalInt.empty();
    }

    /** The numbers of a table, each for one picture at its place in the output. */
    static FrameNumbers of(Map<CodedPicture, Integer> numbers) {
        Map<CodedPicture, Integer> copy = Map.copyOf(numbers);
        return picture -> {
            Integer number = copy.get(picture);
            return number == null ? OptionalInt.empty() : OptionalInt.of(number);
        };
    }

    /** These, and where they know nothing, others. */
    default FrameNumbers or(FrameNumbers others) {
        return picture -> {
            OptionalInt number = numberOf(picture);
            return number.isPresent() ? number : others.numberOf(picture);
        };
    }
}
