package io.airproof.media;

import java.util.List;
import java.util.Optional;

/**
 * The form of an AAC track, as its decoder configuration states it.
 *
 * @param sampleRate in Hz
 * @param channels 1 to 7
 */
public record AacForm(int sampleRate, int channels) {

    /** Sampling frequencies by index (ISO/IEC 14496-3, table 1.18). */
    private static final List<Integer> RATES = List.of(
            96_000, 88_200, 64_000, 48_000, 44_100, 32_000, 24_000, 22_050, 16_000, 12_000, 11_025, 8_000, 7_350);

    /** Reads an AudioSpecificConfig; empty if it is too short or states its rate in another way. */
    public static Optional<AacForm> of(byte[] configuration) {
        if (configuration.length < 2) {
            return Optional.empty();
        }
        int bits = (configuration[0] & 0xFF) << 8 | (configuration[1] & 0xFF);
        int index = bits >> 7 & 0xF;
        return index < RATES.size() ? Optional.of(new AacForm(RATES.get(index), bits >> 3 & 0xF)) : Optional.empty();
    }

    /** The form of the sound of a clip. */
    public static Optional<AacForm> of(FlvClip clip) {
        return clip.headers().stream()
                .filter(FlvTag::isAac)
                .map(FlvTag::payload)
                .findFirst()
                .flatMap(AacForm::of);
    }
}
