package io.airproof.reference.media.publish;

/** What happens to an output; called on the thread of the playout. */
public interface PlayoutListener {

    /** The output is open at the server. */
    void opened();

    /** The first packet of a segment leaves: from now on it is heard. */
    void begun(DecidedSegment segment);

    /**
     * The last packet of a segment has left.
     *
     * @param syncDeltaMs how far its sound was written from its picture, against the source; sound late is positive
     */
    void published(DecidedSegment segment, double syncDeltaMs);

    /** Playout waits for a decision that is not there. */
    void stalled(long waitedMs);

    /** Everything has left and the output is closed. */
    void finished();

    /** The output could not be opened, or is lost; what it did not send is in the backlog again. */
    void lost(String why);
}
