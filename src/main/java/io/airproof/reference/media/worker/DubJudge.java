package io.airproof.reference.media.worker;

import io.airproof.reference.media.av.AvException;
import io.airproof.reference.media.av.Pcm;
import io.airproof.reference.media.av.Resampler;
import io.airproof.reference.media.mix.Fit;
import io.airproof.reference.media.segment.Cut;
import io.airproof.reference.media.sts.Result;
import java.io.UncheckedIOException;

/** Decides whether a result can be heard (contract 5.4, 6.1). */
final class DubJudge {

    private final SegmentFiles files;
    private final StreamLog log;

    DubJudge(SegmentFiles files, StreamLog log) {
        this.files = files;
        this.log = log;
    }

    /** The dub, fitted to the segment; or why the original is heard. */
    Decision decide(Result result, Cut cut) {
        if (!result.succeeded()) {
            return new Decision.Fallback(result.fallbackReason());
        }
        if (!result.hasAudio()) {
            return new Decision.Fallback("no_audio");
        }
        try {
            Pcm sound = cut.sound();
            byte[] bytes = result.audio().orElseThrow(() -> new AvException("the base64 is broken", 0));
            Pcm dub = Resampler.convert(
                    files.dub(cut.number().orElseThrow(), bytes), sound.sampleRate(), sound.channels());
            return Fit.to(dub, sound.samples())
                    .<Decision>map(Decision.Dub::new)
                    .orElseGet(() -> new Decision.Fallback("duration_mismatch"));
        } catch (AvException | UncheckedIOException e) {
            log.warn("dub_unusable", "the dub cannot be used: " + e.getMessage());
            return new Decision.Fallback("invalid_audio");
        }
    }
}
