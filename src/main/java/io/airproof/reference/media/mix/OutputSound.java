package io.airproof.reference.media.mix;

import io.airproof.reference.media.av.AacEncoder;
import io.airproof.reference.media.av.EncodedAudio;
import io.airproof.reference.media.av.Pcm;
import java.util.ArrayList;
import java.util.List;

/**
 * The one continuous sound track of an output. A short silence goes ahead of stream time 0: its first frame opens the
 * output before anything is decided, and it keeps the encoder's delay away from the sound itself.
 */
public final class OutputSound implements AutoCloseable {

    /** Frames of silence before stream time 0. */
    private static final int LEAD_FRAMES = 2;

    private static final double MS_PER_SECOND = 1000;

    private final AacEncoder encoder;
    private final Joins joins = new Joins();
    private final int sampleRate;
    private final int channels;

    /**
     * One frame and when its first sample is heard.
     *
     * @param data raw AAC; not to be changed
     * @param streamTimeMs below 0 for the silence ahead
     */
    @SuppressWarnings("ArrayRecordComponent")
    public record Frame(byte[] data, long streamTimeMs) {}

    public OutputSound(int sampleRate, int channels) {
        this.encoder = new AacEncoder(sampleRate, channels);
        this.sampleRate = sampleRate;
        this.channels = channels;
    }

    /** The encoding, for the muxer. */
    public AacEncoder encoder() {
        return encoder;
    }

    /** The silence ahead; to be called once, before any sound. */
    public List<Frame> lead() {
        return frames(encoder.encode(new float[LEAD_FRAMES * AacEncoder.FRAME_SAMPLES * channels]));
    }

    /**
     * The next segment.
     *
     * @param dubbed whether it is a dub, which is faded at its edges already
     */
    public List<Frame> encode(Pcm sound, boolean dubbed) {
        return frames(encoder.encode(joins.next(sound, dubbed)));
    }

    /** The end. */
    public List<Frame> finish() {
        List<EncodedAudio> last = new ArrayList<>(encoder.encode(joins.last()));
        last.addAll(encoder.finish());
        return frames(last);
    }

    private List<Frame> frames(List<EncodedAudio> encoded) {
        List<Frame> frames = new ArrayList<>();
        for (EncodedAudio audio : encoded) {
            long position = audio.position() - (long) LEAD_FRAMES * AacEncoder.FRAME_SAMPLES;
            frames.add(new Frame(audio.data(), Math.round(position * MS_PER_SECOND / sampleRate)));
        }
        return frames;
    }

    @Override
    public void close() {
        encoder.close();
    }
}
