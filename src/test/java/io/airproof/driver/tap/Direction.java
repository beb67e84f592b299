package io.airproof.driver.tap;

/** Which way a frame travels through the tap. */
public enum Direction {
    /** From the media-service's worker to the STS. */
    WORKER_TO_STS,
    /** From the STS to the media-service's worker. */
    STS_TO_WORKER;

    /** The other way. */
    public Direction reverse() {
        return this == WORKER_TO_STS ? STS_TO_WORKER : WORKER_TO_STS;
    }
}
