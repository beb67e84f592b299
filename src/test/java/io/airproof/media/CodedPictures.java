package io.airproof.media;

import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.List;

/** Finds the coded pictures in a stream. */
public final class CodedPictures {

    private CodedPictures() {}

    /**
     * The pictures of the H.264 packets, in decoding order.
     *
     * @throws IllegalArgumentException if a packet does not hold whole NAL units
     */
    public static List<CodedPicture> of(List<FlvTag> tags) {
        return tags.stream()
                .filter(tag -> tag.isAvc() && tag.isMedia())
                .map(CodedPictures::picture)
                .toList();
    }

    private static CodedPicture picture(FlvTag tag) {
        List<String> hashes = NalUnits.split(tag.payload()).stream()
                .filter(NalUnits::isSlice)
                .map(CodedPictures::hash)
                .toList();
        return new CodedPicture(tag.pts(), tag.isKeyFrame(), hashes);
    }

    private static String hash(byte[] unit) {
        try {
            return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(unit));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every JDK has SHA-256", e);
        }
    }
}
