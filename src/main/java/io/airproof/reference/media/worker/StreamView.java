package io.airproof.reference.media.worker;

import java.time.Instant;
import java.util.Optional;

/**
 * A stream as health tells it (contract 3.2).
 *
 * @param streamId its name
 * @param state {@code starting}, {@code dubbing}, {@code degraded}, {@code passthrough}, {@code draining}, {@code failed}
 * @param reason cause of degraded or failed
 * @param since when the state began
 * @param sts state of the connection to the STS
 * @param breaker state of the circuit breaker
 * @param outputAudio what the viewer hears
 * @param targetLanguage language of the dub
 */
public record StreamView(
        String streamId,
        String state,
        Optional<String> reason,
        Instant since,
        String sts,
        String breaker,
        String outputAudio,
        String targetLanguage) {}
