package io.airproof.media;

import java.time.Duration;
import java.util.List;

/**
 * A picture as it is coded, known by its slices alone: parameter sets, delimiters and supplemental information may move
 * on the way, slices may not (contract dubbing §5.3).
 *
 * @param pts presentation time
 * @param keyFrame whether it can be decoded without an earlier one
 * @param sliceHashes SHA-256 of each slice NAL unit, hexadecimal, in order
 */
public record CodedPicture(Duration pts, boolean keyFrame, List<String> sliceHashes) {

    public CodedPicture {
        sliceHashes = List.copyOf(sliceHashes);
    }

    /** One text for all slices: pictures with equal keys are bit-identical. */
    public String key() {
        return String.join("+", sliceHashes);
    }
}
