package io.airproof.reference.sts.message;

/** How a fragment's processing time is shared by the stages. */
@FunctionalInterface
public interface StageShares {

    /** The times of the stages within a total, ms; their sum is at most the total. */
    StageTimings within(int totalMs);
}
