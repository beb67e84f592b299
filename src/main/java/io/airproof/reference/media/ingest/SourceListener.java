package io.airproof.reference.media.ingest;

import io.airproof.reference.media.av.Pcm;

/** What becomes of a source; called on the thread of the pull, in order. */
public interface SourceListener {

    /** The source is connected. */
    void connected();

    /** The form of its picture; called before the first picture. */
    void video(VideoForm form);

    /** A picture. */
    void picture(Picture picture);

    /** A piece of sound, and the time stamp of its first sample in ms. */
    void sound(Pcm sound, long ptsMs);

    /** A packet of sound that could not be decoded. */
    void brokenSound(String why);

    /** The source is not what is needed; nothing more comes. */
    void refused(Refusal refusal, String why);

    /** The source has ended; nothing more comes. */
    void ended(String how);
}
