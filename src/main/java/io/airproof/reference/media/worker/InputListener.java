package io.airproof.reference.media.worker;

import io.airproof.reference.media.av.EncodedTrack;
import io.airproof.reference.media.ingest.Picture;
import io.airproof.reference.media.ingest.Refusal;
import io.airproof.reference.media.ingest.VideoForm;
import io.airproof.reference.media.segment.Cut;

/** What the input of a worker brings; called on the worker's thread, but for the pictures. */
interface InputListener {

    /** A source begins, or is back. */
    void began(VideoForm video);

    /** The form of the sound is known. */
    void sound(int sampleRate, int channels);

    /** A picture; on the thread of the pull. */
    void picture(Picture picture);

    /** A segment or a tail. */
    void cut(Cut cut, EncodedTrack sound);

    /** Nothing more comes, as far as is known. */
    void paused();

    /** The source was lost, and will not be tried again. */
    void givenUp();

    /** The source is not what is needed. */
    void refused(Refusal refusal);

    /** The source has come back in another form: it needs another worker. */
    void changed();
}
