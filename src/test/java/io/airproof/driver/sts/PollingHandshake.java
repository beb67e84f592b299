package io.airproof.driver.sts;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.time.Duration;

/** The handshake of Engine.IO over plain HTTP, which an STS refuses (contract 4.1). */
public final class PollingHandshake {

    private static final Duration PATIENCE = Duration.ofSeconds(5);

    private PollingHandshake() {}

    /** The HTTP status that the STS answers it with. */
    public static int status(URI sts) {
        HttpRequest request = HttpRequest.newBuilder(sts.resolve("/socket.io/?EIO=4&transport=polling"))
                .timeout(PATIENCE)
                .build();
        try {
            return HttpClient.newHttpClient()
                    .send(request, HttpResponse.BodyHandlers.discarding())
                    .statusCode();
        } catch (IOException e) {
            throw new UncheckedIOException("no answer to a polling handshake from " + sts + ": " + e, e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException("interrupted during a polling handshake", e);
        }
    }
}
