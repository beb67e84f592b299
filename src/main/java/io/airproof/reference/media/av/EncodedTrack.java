package io.airproof.reference.media.av;

import java.util.List;

/**
 * A whole AAC-LC track, encoded.
 *
 * @param sampleRate in Hz
 * @param channels 1 or 2
 * @param samples per channel that were encoded
 * @param configuration the AudioSpecificConfig; not copied, not to be changed
 * @param frames in order, the first at minus the encoder's delay
 */
public record EncodedTrack(
        int sampleRate, int channels, long samples, byte[] configuration, List<EncodedAudio> frames) {

    public EncodedTrack {
        frames = List.copyOf(frames);
    }

    /** Encodes a sound that is there as a whole. */
    public static EncodedTrack of(Pcm sound) {
        try (GrowingTrack track = new GrowingTrack()) {
            track.add(sound);
            return track.finish();
        }
    }
}
