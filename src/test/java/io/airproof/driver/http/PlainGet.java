package io.airproof.driver.http;

import java.io.IOException;
import java.io.InputStream;
import java.net.HttpURLConnection;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Optional;

/**
 * Gets one page with little processor time, for what is asked again and again while others are on air: the calling thread
 * reads the answer itself, nothing is compressed, and connections are kept. REST Assured needs some 2 ms for the same.
 * Immutable.
 */
public final class PlainGet {

    private static final int FIRST_ERROR = 400;

    private final URI page;
    private final String accept;
    private final int patienceMs;

    /**
     * Names the page; nothing is called yet.
     *
     * @param page {@code http://…}
     * @param accept the content type asked for
     * @param patience to connect, and for silence within an answer; at least 1 ms
     */
    public PlainGet(URI page, String accept, Duration patience) {
        this.page = page;
        this.accept = accept;
        this.patienceMs = Math.toIntExact(patience.toMillis());
    }

    /**
     * An answer.
     *
     * @param status HTTP status
     * @param contentType as it was said; empty text if it was not
     * @param body as text
     */
    public record Page(int status, String contentType, String body) {}

    /**
     * Gets it once. Any status is an answer.
     *
     * @throws IOException if nobody answers, or not to the end
     */
    public Page get() throws IOException {
        HttpURLConnection connection = (HttpURLConnection) page.toURL().openConnection();
        connection.setConnectTimeout(patienceMs);
        connection.setReadTimeout(patienceMs);
        connection.setRequestProperty("Accept", accept);
        int status = connection.getResponseCode();
        // Read to its end, or the connection would not be kept.
        try (InputStream body = status < FIRST_ERROR ? connection.getInputStream() : connection.getErrorStream()) {
            String text = body == null ? "" : new String(body.readAllBytes(), StandardCharsets.UTF_8);
            return new Page(
                    status, Optional.ofNullable(connection.getContentType()).orElse(""), text);
        }
    }
}
