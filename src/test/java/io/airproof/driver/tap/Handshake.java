package io.airproof.driver.tap;

import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;

/**
 * One request of a worker to open a WebSocket, as it arrived.
 *
 * @param connection number of the connection, from 1 over all streams of a tap
 * @param at when the request had arrived
 * @param target the request target, with query
 * @param headers names in lower case, values in order
 * @param answeredAt when the answer was passed on; empty while there is none
 * @param status HTTP status of the answer: 101 opens the WebSocket
 */
public record Handshake(
        long connection,
        Instant at,
        String target,
        Map<String, List<String>> headers,
        Optional<Instant> answeredAt,
        OptionalInt status) {

    public Handshake {
        headers = Map.copyOf(headers);
    }

    /** The first value of a header, whatever its case. */
    public Optional<String> header(String name) {
        return headers.getOrDefault(name.toLowerCase(Locale.ROOT), List.of()).stream()
                .findFirst();
    }

    Handshake answered(Instant when, int code) {
        return new Handshake(connection, at, target, headers, Optional.of(when), OptionalInt.of(code));
    }
}
