package io.airproof.reference.media.av;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * Encodes a segment's sound while it comes in, so that at its end only the last frame is left to do: encoding six seconds
 * at once would hold up the fragment by 0.1 to 0.6 s. Used by one thread; must be closed.
 */
public final class GrowingTrack implements AutoCloseable {

    private final List<EncodedAudio> frames = new ArrayList<>();
    private Optional<AacEncoder> encoder = Optional.empty();
    private int sampleRate;
    private int channels;
    private long samples;

    /** Adds sound that comes right after what is there. */
    public void add(Pcm more) {
        AacEncoder running = encoder.orElseGet(() -> new AacEncoder(more.sampleRate(), more.channels()));
        encoder = Optional.of(running);
        sampleRate = more.sampleRate();
        channels = more.channels();
        samples += more.samples();
        frames.addAll(running.encode(more.interleaved()));
    }

    /**
     * The track so far; the next sound begins a new one.
     *
     * @throws AvException if nothing was added
     */
    public EncodedTrack finish() {
        AacEncoder running = encoder.orElseThrow(() -> new AvException("no sound to encode", 0));
        frames.addAll(running.finish());
        EncodedTrack track = new EncodedTrack(sampleRate, channels, samples, running.configuration(), frames);
        close();
        return track;
    }

    /**
     * The same for a sound that was cut: what was added may go beyond its end, then it is encoded anew.
     *
     * @param cut the sound of the segment
     */
    public EncodedTrack finishAs(Pcm cut) {
        if (encoder.isPresent() && samples == cut.samples()) {
            return finish();
        }
        close();
        return EncodedTrack.of(cut);
    }

    @Override
    public void close() {
        encoder.ifPresent(AacEncoder::close);
        encoder = Optional.empty();
        frames.clear();
        samples = 0;
    }
}
