package io.airproof.world;

import java.util.Arrays;
import java.util.List;

/** Codecs that RTMP can carry and the contract does not ask for (contract dubbing §5.1: H.264 and AAC). */
public enum ForeignCodec {
    HEVC(
            "H.265",
            List.of(
                    "-c:v",
                    "libx265",
                    "-preset",
                    "ultrafast",
                    "-tune",
                    "zerolatency",
                    "-g",
                    "30",
                    "-x265-params",
                    "log-level=error:pools=1")),
    VP9(
            "VP9",
            List.of(
                    "-c:v",
                    "libvpx-vp9",
                    "-deadline",
                    "realtime",
                    "-g",
                    "30",
                    "-cpu-used",
                    "8",
                    "-b:v",
                    "300k",
                    "-s",
                    "320x180")),
    G711("G.711", List.of("-c:a", "pcm_alaw", "-ar", "8000"));

    private final String label;
    private final List<String> arguments;

    ForeignCodec(String label, List<String> arguments) {
        this.label = label;
        this.arguments = arguments;
    }

    /** How people call it. */
    public String label() {
        return label;
    }

    /** How ffmpeg is told to make it. */
    List<String> arguments() {
        return arguments;
    }

    /**
     * The codec that people call so.
     *
     * @throws IllegalArgumentException if there is none
     */
    public static ForeignCodec labelled(String label) {
        return Arrays.stream(values())
                .filter(codec -> codec.label.equals(label))
                .findFirst()
                .orElseThrow(() -> new IllegalArgumentException("there is no codec \"" + label + "\" here"));
    }
}
