package io.airproof.run;

import io.airproof.driver.http.StreamHealth;
import io.airproof.driver.record.Recording;
import io.airproof.driver.rtmp.RtmpEvent;
import io.airproof.driver.tap.Connection;
import io.airproof.driver.tap.Handshake;
import io.airproof.measure.Reading;
import io.airproof.stack.ServiceLog;
import java.util.List;
import java.util.Optional;

/**
 * What was seen beside a programme: what the services said of it, who connected, what happened on purpose.
 *
 * @param health how the media-service said the stream was, some times each second
 * @param happened the incidents of the programme, as they happened
 * @param handshakes the worker's requests to open a connection to the STS
 * @param connections its connections to the STS, each with its end
 * @param logs the logs of the services it ran on, which may go on
 * @param viewers what viewers received who tuned in later, in their order
 * @param mediaServer what the worker asked of the media server and told it; empty without a relay
 * @param enteredByTls connections by TLS that media-services with its settings have made to the STS so far
 * @param turnedBack connections that they gave up at the certificate
 * @param looks at the process of the media-service, in their order
 */
public record Surroundings(
        List<StreamHealth> health,
        List<Incident.Happened> happened,
        List<Handshake> handshakes,
        List<Connection> connections,
        List<ServiceLog> logs,
        List<Reading<Recording>> viewers,
        Optional<List<RtmpEvent>> mediaServer,
        int enteredByTls,
        int turnedBack,
        List<ProcessLook> looks) {

    public Surroundings {
        health = List.copyOf(health);
        happened = List.copyOf(happened);
        handshakes = List.copyOf(handshakes);
        connections = List.copyOf(connections);
        logs = List.copyOf(logs);
        viewers = List.copyOf(viewers);
        looks = List.copyOf(looks);
        mediaServer = mediaServer.map(List::copyOf);
    }
}
