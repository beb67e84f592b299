package io.airproof.stack;

import io.airproof.evidence.NotRunHereException;
import java.io.IOException;
import java.net.URI;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** A running system: where its services are. Closing it stops what the suite has started of it. */
public interface Stack extends AutoCloseable {

    /** How messages and reports call this kind of stack. */
    String name();

    /** MediaMTX for publishers and viewers, such as rtmp://127.0.0.1:1935, without a path. */
    URI rtmp();

    /**
     * Where a stream is published and read by RTMP.
     *
     * @param side {@code in}, of the broadcaster, or {@code out}, of the viewers
     */
    default URI rtmp(String streamId, String side) {
        return rtmp().resolve("/live/" + streamId + "/" + side);
    }

    /** MediaMTX for viewers, such as rtsp://127.0.0.1:8554, without a path. */
    URI rtsp();

    /** The API of MediaMTX, without a path. */
    URI mediaMtxApi();

    /** The media-service, without a path. */
    URI mediaService();

    /** An STS, without a path. */
    URI sts(StsKind kind);

    /**
     * An STS with settings of its own, without a path: started for the first who asks, shared with all who ask for equal
     * settings, and stopped with the stack. It answers, but may still load its models.
     *
     * @param settings variables of its environment (contract dubbing §2.5) that are not as in the stack
     * @throws NotRunHereException where the suite does not start services
     */
    default URI sts(StsKind kind, Map<String, String> settings) {
        throw new NotRunHereException("an STS with settings of its own", name());
    }

    /** Where this run keeps its files. */
    Path runDir();

    /** The logs that can be read, one for each service; none where the stack is not the suite's own. */
    List<ServiceLog> logs();

    /**
     * A MediaMTX and a media-service of their own, with these settings in place of the usual ones and the same STS and
     * tap; the caller closes it.
     *
     * @param settings environment variables of the media-service (contract dubbing §2.4)
     * @throws NotRunHereException if this kind of stack cannot have that
     */
    default Stack with(Map<String, String> settings) {
        throw new NotRunHereException("a media-service with settings of its own", name());
    }

    /** Whether there is an STS with this profile. */
    default boolean has(StsKind kind) {
        return true;
    }

    /** Whether the tap is between media-service and STS. */
    default boolean isTapped() {
        return true;
    }

    /** How long a worker outlives its source (WORKER_GRACE_PERIOD_S, contract dubbing §2.4). */
    default Duration gracePeriod() {
        return Duration.ZERO;
    }

    /** Its compose projects; empty where it has none. */
    default Optional<Deployments> deployments() {
        return Optional.empty();
    }

    /**
     * Waits until every service says that it is ready to work.
     *
     * @throws StackStartException when one does not in time, or ends
     */
    default void awaitHealth() {}

    /**
     * Where the media-service keeps its segment files (contract dubbing §5.2): a folder for each stream.
     *
     * @throws NotRunHereException if this kind of stack does not let one look there
     */
    default Path segments() {
        throw new NotRunHereException("looking at the segment files", name());
    }

    /**
     * The segment files that there are now, as paths below that folder.
     *
     * @throws NotRunHereException as above
     * @throws IOException if they cannot be listed
     */
    default List<String> segmentFiles() throws IOException {
        throw new NotRunHereException("looking for segment files", name());
    }

    /**
     * The metrics of MediaMTX, without a path.
     *
     * @throws NotRunHereException if this kind of stack does not tell where they are
     */
    default URI mediaMtxMetrics() {
        throw new NotRunHereException("reading the metrics of MediaMTX", name());
    }

    /**
     * A MediaMTX alone, with nothing that listens to its hooks but what is at this address; the caller closes it.
     *
     * @param orchestrator what the hooks call, without a path
     * @throws NotRunHereException if this kind of stack cannot have that
     */
    default Stack mediaMtxWithHooksTo(URI orchestrator) {
        throw new NotRunHereException("a MediaMTX whose hooks call the suite", name());
    }

    /**
     * Starts a media-service alone that is expected to refuse its settings, and waits for its end; one that has not ended
     * in time is stopped.
     *
     * @param settings environment variables of the media-service (contract dubbing §2.4)
     * @param atMost how long to wait
     * @throws NotRunHereException if this kind of stack cannot do that
     */
    default StartAttempt attempt(Map<String, String> settings, Duration atMost) {
        throw new NotRunHereException("starting a media-service with wrong settings", name());
    }

    /**
     * The process of the media-service.
     *
     * @throws NotRunHereException if this kind of stack does not let one look at processes
     */
    default ServiceProcess mediaServiceProcess() {
        throw new NotRunHereException("looking at the process of the media-service, and ending it", name());
    }

    /**
     * Kills the media server, starts it again with the same settings, and waits until it answers.
     *
     * @throws NotRunHereException if this kind of stack cannot do that
     * @throws StackStartException when it does not answer again
     */
    default void restartMediaServer() {
        throw new NotRunHereException("a restart of the media server", name());
    }

    /** Stops everything that was started; does nothing the second time. */
    @Override
    void close();
}
