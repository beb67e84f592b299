package io.airproof.scale;

import java.time.Duration;

/**
 * What the machine gave while programmes were on air.
 *
 * @param services processor time of the services: MediaMTX, media-service and STS
 * @param instruments processor time of the suite: publishers, recorders, tap and measurements
 * @param servicesBytes largest resident memory of the services together
 * @param wall how long it was watched
 */
record Usage(Duration services, Duration instruments, long servicesBytes, Duration wall) {

    /** Cores that the services kept busy on average. */
    double serviceCores() {
        return (double) services.toNanos() / wall.toNanos();
    }

    /** Cores that the suite kept busy on average. */
    double instrumentCores() {
        return (double) instruments.toNanos() / wall.toNanos();
    }
}
