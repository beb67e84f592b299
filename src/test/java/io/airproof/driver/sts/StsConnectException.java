package io.airproof.driver.sts;

import java.net.URI;

/** No Socket.IO connection came about; the message names the address and the reason. */
public final class StsConnectException extends RuntimeException {

    private static final long serialVersionUID = 1L;

    StsConnectException(URI sts, String reason) {
        super("no Socket.IO connection to the STS at " + sts + ": " + reason);
    }
}
