package io.airproof.reference.media.mix;

import io.airproof.reference.media.av.AacEncoder;
import io.airproof.reference.media.av.EncodedAudio;
import io.airproof.reference.media.av.Pcm;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Deque;
import java.util.List;

/**
 * The one continuous sound track of an output. A short silence goes ahead of stream time 0: its first frame opens the
 * output before anything is decided, and it keeps the encoder's delay away from the sound itself.
 */
public final class OutputSound implements AutoCloseable {

    /** Frames of silence before stream time 0. */
    private static final int LEAD_FRAMES = 2;

    /** So many frames are encoded at once: some 5 ms of work. */
    private static final int STEP_FRAMES = 4;

    private static final double MS_PER_SECOND = 1000;

    private final AacEncoder encoder;
    private final Joins joins = new Joins();
    private final Deque<float[]> pending = new ArrayDeque<>();
    private final int sampleRate;
    private final int channels;
    private boolean ended;
    private boolean finished;

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
     * The next segment; nothing is encoded yet.
     *
     * @param dubbed whether it is a dub, which is faded at its edges already
     */
    public void add(Pcm sound, boolean dubbed) {
        put(joins.next(sound, dubbed));
    }

    /** No segment follows. */
    public void end() {
        put(joins.last());
        ended = true;
    }

    /** Whether there is something left to encode. */
    public boolean hasMore() {
        return !pending.isEmpty() || (ended && !finished);
    }

    /**
     * Encodes a little, some hundredths of a second: whoever sends pictures in between is not held up, as it would be by a
     * whole segment.
     */
    public List<Frame> encodeSome() {
        if (!pending.isEmpty()) {
            return frames(encoder.encode(pending.remove()));
        }
        if (ended && !finished) {
            finished = true;
            return frames(encoder.finish());
        }
        return List.of();
    }

    private void put(float[] samples) {
        int step = STEP_FRAMES * AacEncoder.FRAME_SAMPLES * channels;
        for (int from = 0; from < samples.length; from += step) {
            pending.add(Arrays.copyOfRange(samples, from, Math.min(samples.length, from + step)));
        }
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
