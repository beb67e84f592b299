package io.airproof.media;

import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.List;

/** Finds the coded pictures in a stream. */
public final class CodedPictures {

    private CodedPictures() {}

    /**
     * The pictures of the H.264 packets, in decoding order. A packet that does not hold whole NAL units is a picture like no
     * other: it counts as one slice.
     */
    public static List<CodedPicture> of(List<FlvTag> tags) {
        return tags.stream()
                .filter(tag -> tag.isAvc() && tag.isMedia())
                .map(CodedPictures::picture)
                .toList();
    }

    private static CodedPicture picture(FlvTag tag) {
        return new CodedPicture(tag.pts(), tag.isKeyFrame(), hashes(tag.payload()));
    }

    private static List<String> hashes(byte[] payload) {
        try {
            return NalUnits.split(payload).stream()
                    .filter(NalUnits::isSlice)
                    .map(CodedPictures::hash)
                    .toList();
        } catch (IllegalArgumentException damaged) {
            return List.of(hash(payload));
        }
    }

    private static String hash(byte[] unit) {
        try {
            return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(unit));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every JDK has SHA-256", e);
        }
    }
}
