package io.airproof.media;

import java.time.Duration;
import java.util.Arrays;
import java.util.Objects;

/**
 * One tag of an FLV file or RTMP stream: a packet of sound or picture, or script data.
 *
 * <p>Layout of the body: Adobe Flash Video File Format Specification 10.1, annex E. H.264 and AAC only, as the contract
 * asks (dubbing §5.1).
 *
 * @param kind what it holds
 * @param timestampMs decoding time in ms, 0 to 2<sup>31</sup> − 1
 * @param data the tag's body with its codec header; not to be changed
 */
public record FlvTag(Kind kind, int timestampMs, byte[] data) {

    /** What a tag holds. */
    public enum Kind {
        AUDIO,
        VIDEO,
        SCRIPT
    }

    private static final int CODEC_AVC = 7;
    private static final int CODEC_AAC = 10;
    private static final int FRAME_KEY = 1;
    private static final int PACKET_SEQUENCE_HEADER = 0;
    private static final int PACKET_MEDIA = 1;
    private static final int VIDEO_HEADER_BYTES = 5;
    private static final int AUDIO_HEADER_BYTES = 2;

    public FlvTag {
        Objects.requireNonNull(kind, "kind");
        if (timestampMs < 0) {
            throw new IllegalArgumentException("a time stamp is not negative: " + timestampMs);
        }
    }

    /** Sound in AAC. */
    public boolean isAac() {
        return kind == Kind.AUDIO && data.length >= AUDIO_HEADER_BYTES && (data[0] & 0xF0) >> 4 == CODEC_AAC;
    }

    /** Picture in H.264. */
    public boolean isAvc() {
        return kind == Kind.VIDEO && data.length >= VIDEO_HEADER_BYTES && (data[0] & 0x8F) == CODEC_AVC;
    }

    /** Decoder configuration (AVCDecoderConfigurationRecord or AudioSpecificConfig) and no media. */
    public boolean isSequenceHeader() {
        return (isAac() || isAvc()) && data[1] == PACKET_SEQUENCE_HEADER;
    }

    /** A coded picture or a frame of sound; not a header, not an end of sequence. */
    public boolean isMedia() {
        return (isAac() || isAvc()) && data[1] == PACKET_MEDIA;
    }

    /** A picture that can be decoded without an earlier one. */
    public boolean isKeyFrame() {
        return isAvc() && isMedia() && (data[0] & 0xF0) >> 4 == FRAME_KEY;
    }

    /** Presentation minus decoding time in ms; 0 for sound. */
    public int compositionOffsetMs() {
        if (!isAvc()) {
            return 0;
        }
        int unsigned = ((data[2] & 0xFF) << 16) | ((data[3] & 0xFF) << 8) | (data[4] & 0xFF);
        return unsigned << 8 >> 8;
    }

    /** Presentation time. */
    public Duration pts() {
        return Duration.ofMillis((long) timestampMs + compositionOffsetMs());
    }

    /** The body without its codec header: length-prefixed NAL units, a raw AAC frame, or decoder configuration. */
    public byte[] payload() {
        int header = isAvc() ? VIDEO_HEADER_BYTES : isAac() ? AUDIO_HEADER_BYTES : 0;
        return Arrays.copyOfRange(data, header, data.length);
    }

    /** The same packet at another time. */
    public FlvTag at(int newTimestampMs) {
        return new FlvTag(kind, newTimestampMs, data);
    }

    /**
     * The same picture decoded and shown at other times.
     *
     * @param compositionMs presentation minus decoding time in ms, within ±2<sup>23</sup>
     */
    public FlvTag shown(int newTimestampMs, int compositionMs) {
        byte[] changed = data.clone();
        changed[2] = (byte) (compositionMs >> 16);
        changed[3] = (byte) (compositionMs >> 8);
        changed[4] = (byte) compositionMs;
        return new FlvTag(kind, newTimestampMs, changed);
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof FlvTag tag
                && kind == tag.kind
                && timestampMs == tag.timestampMs
                && Arrays.equals(data, tag.data);
    }

    @Override
    public int hashCode() {
        return Objects.hash(kind, timestampMs, Arrays.hashCode(data));
    }

    @Override
    public String toString() {
        String role = isSequenceHeader() ? " header" : isKeyFrame() ? " key" : "";
        return kind + role + " at " + timestampMs + " ms, " + data.length + " bytes";
    }
}
