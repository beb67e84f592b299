package io.airproof.run;

import io.airproof.driver.http.StreamHealth;
import io.airproof.driver.mediamtx.PathHistory;
import io.airproof.driver.metrics.TimedExposition;
import io.airproof.driver.publish.PublicationRecord;
import io.airproof.driver.record.Recording;
import io.airproof.driver.tap.Connection;
import io.airproof.driver.tap.Handshake;
import io.airproof.driver.tap.WireEvent;
import io.airproof.fixture.Fixture;
import io.airproof.measure.Reading;
import io.airproof.stack.ServiceLog;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;

/**
 * Everything that was recorded of one programme, from the first packet published to the last packet received.
 * Immutable; shared by all scenarios that prove something with it.
 *
 * <p>What could not be had is a reading that says why, so that one broken hop turns its own promises red and leaves the
 * others to their own evidence.
 *
 * @param programme what was broadcast
 * @param streamId the name of the stream, unique in the run
 * @param fixture the clip and its truth
 * @param requestedAt when the broadcaster started to connect
 * @param publication what was published, and when
 * @param recording what a viewer of the output received, each packet with its arrival
 * @param wire what worker and STS said to each other, in order; looking at it ends the scenario where there is no tap
 * @param wireFile the same as a file, without the audio
 * @param input the state of the input path over time, as MediaMTX tells it
 * @param output the state of the output path over time
 * @param metrics the metrics of the media-service, each second of the run
 * @param finalMetrics the metrics after the stream had ended
 * @param surroundings what was seen beside it
 */
public record Broadcast(
        Programme programme,
        String streamId,
        Fixture fixture,
        Instant requestedAt,
        Reading<PublicationRecord> publication,
        Reading<Recording> recording,
        List<WireEvent> wire,
        Path wireFile,
        PathHistory input,
        PathHistory output,
        List<TimedExposition> metrics,
        Reading<TimedExposition> finalMetrics,
        Surroundings surroundings) {

    public Broadcast {
        wire = wire instanceof UntappedWire ? wire : List.copyOf(wire);
        metrics = List.copyOf(metrics);
    }

    /** The same, had the viewer received this. */
    public Broadcast withRecording(Reading<Recording> other) {
        return new Broadcast(
                programme,
                streamId,
                fixture,
                requestedAt,
                publication,
                other,
                wire,
                wireFile,
                input,
                output,
                metrics,
                finalMetrics,
                surroundings);
    }

    /** The same, had the media-service said this about itself. */
    public Broadcast withMetrics(List<TimedExposition> others, Reading<TimedExposition> otherFinal) {
        return new Broadcast(
                programme,
                streamId,
                fixture,
                requestedAt,
                publication,
                recording,
                wire,
                wireFile,
                input,
                output,
                others,
                otherFinal,
                surroundings);
    }

    /** The same, had the media server shown the paths like this. */
    public Broadcast withPaths(PathHistory otherInput, PathHistory otherOutput) {
        return new Broadcast(
                programme,
                streamId,
                fixture,
                requestedAt,
                publication,
                recording,
                wire,
                wireFile,
                otherInput,
                otherOutput,
                metrics,
                finalMetrics,
                surroundings);
    }

    /** How the media-service said the stream was, some times each second. */
    public List<StreamHealth> health() {
        return surroundings.health();
    }

    /** The incidents of the programme, as they happened. */
    public List<Incident.Happened> happened() {
        return surroundings.happened();
    }

    /** The worker's requests to open a connection to the STS. */
    public List<Handshake> handshakes() {
        return surroundings.handshakes();
    }

    /** Its connections to the STS, each with its end. */
    public List<Connection> connections() {
        return surroundings.connections();
    }

    /** The logs of the services it ran on, which may go on. */
    public List<ServiceLog> logs() {
        return surroundings.logs();
    }

    /** What viewers received who tuned in later, in their order. */
    public List<Reading<Recording>> viewers() {
        return surroundings.viewers();
    }
}
