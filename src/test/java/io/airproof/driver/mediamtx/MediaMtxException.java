package io.airproof.driver.mediamtx;

/** The API of MediaMTX did not answer as it should; the message names the address and what came instead. */
public final class MediaMtxException extends RuntimeException {

    private static final long serialVersionUID = 1L;

    MediaMtxException(String what) {
        super(what);
    }

    MediaMtxException(String what, Throwable cause) {
        super(what, cause);
    }
}
