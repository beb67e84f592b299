package io.airproof.reference.media.worker;

import io.airproof.reference.media.ingest.VideoForm;
import java.util.Arrays;
import java.util.Optional;

/**
 * The form of a source. A source that comes back in another form needs another output and session (contract 6.5).
 *
 * @param video form of the pictures
 * @param sound form of the sound; empty until it is known
 */
record SourceForm(VideoForm video, Optional<Sound> sound) {

    /** Sample rate in Hz, and channels. */
    record Sound(int sampleRate, int channels) {}

    static SourceForm of(VideoForm video) {
        return new SourceForm(video, Optional.empty());
    }

    SourceForm withSound(int sampleRate, int channels) {
        return new SourceForm(video, Optional.of(new Sound(sampleRate, channels)));
    }

    boolean admits(VideoForm other) {
        return Arrays.equals(video.configuration(), other.configuration())
                && video.width() == other.width()
                && video.height() == other.height();
    }

    boolean admitsSound(int sampleRate, int channels) {
        return sound.map(new Sound(sampleRate, channels)::equals).orElse(true);
    }
}
