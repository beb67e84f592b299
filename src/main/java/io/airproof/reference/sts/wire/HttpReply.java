package io.airproof.reference.sts.wire;

/**
 * An answer to a plain GET.
 *
 * @param status HTTP status
 * @param contentType with charset
 * @param body text
 */
public record HttpReply(int status, String contentType, String body) {

    /** A JSON answer. */
    public static HttpReply json(int status, String body) {
        return new HttpReply(status, "application/json; charset=utf-8", body);
    }
}
