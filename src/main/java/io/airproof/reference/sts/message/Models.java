package io.airproof.reference.sts.message;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.Optional;

/**
 * What a result says about its making.
 *
 * @param asr name of the recogniser
 * @param translation name of the translator
 * @param tts name of the voice
 * @param fit how the dub relates to the original; absent in the echo profile and when there is no dub
 */
public record Models(String asr, String translation, String tts, Optional<Fit> fit) {

    /** Variance beyond which a dub is only {@code partial}, per cent (contract 4.6). */
    public static final double HIGH_VARIANCE_PERCENT = 10.0;

    /** Variance beyond which a dub is of no use, per cent (contract 4.6). */
    public static final double MOST_VARIANCE_PERCENT = 20.0;

    /**
     * How the dub relates to the original.
     *
     * @param originalMs decoded length of the original, ms
     * @param dubbedMs decoded length of the dub, ms
     * @param variancePercent difference of the lengths in per cent of the original, at least 0
     * @param speedRatio pace of the voice against its natural one, 0.5 to 2
     */
    public record Fit(int originalMs, int dubbedMs, double variancePercent, double speedRatio) {}

    ObjectNode json() {
        ObjectNode node = Json.object()
                .put("asr_model", asr)
                .put("translation_model", translation)
                .put("tts_model", tts);
        fit.ifPresent(value -> node.put("original_duration_ms", value.originalMs())
                .put("dubbed_duration_ms", value.dubbedMs())
                .put("duration_variance_percent", value.variancePercent())
                .put("duration_variance_high", value.variancePercent() > HIGH_VARIANCE_PERCENT)
                .put("speed_ratio", value.speedRatio()));
        return node;
    }
}
