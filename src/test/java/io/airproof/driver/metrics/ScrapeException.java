package io.airproof.driver.metrics;

/** A scrape failed; the message names the address and what came instead. */
public final class ScrapeException extends RuntimeException {

    private static final long serialVersionUID = 1L;

    ScrapeException(String what, Throwable cause) {
        super(what, cause);
    }

    ScrapeException(String what) {
        super(what);
    }
}
