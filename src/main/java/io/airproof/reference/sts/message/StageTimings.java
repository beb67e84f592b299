package io.airproof.reference.sts.message;

import com.fasterxml.jackson.databind.node.ObjectNode;

/**
 * How long each stage worked on a fragment, ms, each at least 0.
 *
 * @param asrMs decoding and recognition
 * @param translationMs translation
 * @param ttsMs speaking, fitting and encoding
 */
public record StageTimings(int asrMs, int translationMs, int ttsMs) implements StageShares {

    /** No stage has worked. */
    public static final StageTimings NONE = new StageTimings(0, 0, 0);

    /** The same, cut where the sum would exceed a total. */
    @Override
    public StageTimings within(int totalMs) {
        int asr = Math.min(asrMs, totalMs);
        int translation = Math.min(translationMs, totalMs - asr);
        return new StageTimings(asr, translation, Math.min(ttsMs, totalMs - asr - translation));
    }

    ObjectNode json() {
        return Json.object()
                .put("asr_ms", asrMs)
                .put("translation_ms", translationMs)
                .put("tts_ms", ttsMs);
    }
}
