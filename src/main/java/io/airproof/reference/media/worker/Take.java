package io.airproof.reference.media.worker;

import io.airproof.reference.media.av.EncodedTrack;
import io.airproof.reference.media.av.GrowingTrack;
import io.airproof.reference.media.av.Pcm;
import io.airproof.reference.media.ingest.Picture;
import io.airproof.reference.media.ingest.Refusal;
import io.airproof.reference.media.ingest.RtmpSource;
import io.airproof.reference.media.ingest.SourceListener;
import io.airproof.reference.media.ingest.VideoForm;
import io.airproof.reference.media.segment.Cut;
import io.airproof.reference.media.segment.Segmenter;
import java.time.Duration;

/**
 * One pull of the source, from its first key frame to its end, put on the time of the stream: a source that comes back
 * goes on where the last one ended, on a grid of its own (contract 6.5). Cuts on the thread of the pull.
 */
final class Take implements SourceListener {

    /** What a take brings; called on the thread of the pull. */
    interface Listener {

        /** The server lets itself be read. */
        void connected();

        /** The form of the pictures, before the first of them. */
        void video(VideoForm form);

        /** The form of the sound, before the first segment. */
        void sound(int sampleRate, int channels);

        /** A picture on stream time. */
        void picture(Picture picture);

        /** A segment or a tail on stream time, and its sound encoded. */
        void cut(Cut cut, EncodedTrack sound);

        /** A packet of sound could not be decoded. */
        void brokenSound(String why);

        /** The source cannot be used. Nothing follows. */
        void refused(Refusal refusal, String why);

        /**
         * The pull has ended. Nothing follows.
         *
         * @param atNanos when, of {@link System#nanoTime()}: before its tail was cut, which takes a while
         */
        void ended(String how, long atNanos);
    }

    private final RtmpSource source;
    private final Segmenter segmenter;
    private final GrowingTrack growing = new GrowingTrack();
    private final Duration begins;
    private final int segmentsBefore;
    private final Listener listener;
    private boolean soundKnown;

    /**
     * A take; nothing is pulled before {@link #run}.
     *
     * @param url of the source
     * @param length of a segment
     * @param begins stream time of its first key frame
     * @param segmentsBefore how many segments the stream has already
     */
    Take(String url, Duration length, Duration begins, int segmentsBefore, Listener listener) {
        this.begins = begins;
        this.segmentsBefore = segmentsBefore;
        this.listener = listener;
        this.source = new RtmpSource(url, this);
        this.segmenter = new Segmenter(length, this::shift, growing::add, this::encode);
    }

    /** Pulls to the end; blocks. */
    void run() {
        source.run();
    }

    /** Makes {@link #run} end soon. */
    void stop() {
        source.stop();
    }

    private void shift(Picture picture) {
        listener.picture(picture.earlier(-begins.toMillis()));
    }

    private void encode(Cut cut) {
        EncodedTrack sound = growing.finishAs(cut.sound());
        listener.cut(cut.later(begins, segmentsBefore), sound);
    }

    @Override
    public void connected() {
        listener.connected();
    }

    @Override
    public void video(VideoForm form) {
        listener.video(form);
    }

    @Override
    public void picture(Picture picture) {
        segmenter.picture(picture);
    }

    @Override
    public void sound(Pcm sound, long ptsMs) {
        if (!soundKnown) {
            soundKnown = true;
            listener.sound(sound.sampleRate(), sound.channels());
        }
        segmenter.sound(sound, ptsMs);
    }

    @Override
    public void brokenSound(String why) {
        listener.brokenSound(why);
    }

    @Override
    public void refused(Refusal refusal, String why) {
        growing.close();
        listener.refused(refusal, why);
    }

    @Override
    public void ended(String how) {
        long atNanos = System.nanoTime();
        segmenter.end();
        growing.close();
        listener.ended(how, atNanos);
    }
}
