package io.airproof.driver.http;

/** No usable answer came; the message names the address and what came instead. */
public final class HttpAnswerException extends RuntimeException {

    private static final long serialVersionUID = 1L;

    HttpAnswerException(String what, Throwable cause) {
        super(what, cause);
    }
}
