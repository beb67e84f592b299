package io.airproof.driver.tap;

import java.net.URI;

/** Where the tap takes the connections of a stream. */
public sealed interface Route {

    /**
     * To an STS, which may as well be a stand-in run by the suite.
     *
     * @param sts {@code http://host:port}, nothing behind it
     */
    record Forward(URI sts) implements Route {
        public Forward {
            boolean rootPath = sts.getRawPath() == null
                    || sts.getRawPath().isEmpty()
                    || sts.getRawPath().equals("/");
            if (!"http".equals(sts.getScheme()) || sts.getHost() == null || !rootPath || sts.getRawQuery() != null) {
                throw new IllegalArgumentException(
                        "the tap forwards to http://host:port (it speaks no TLS and rewrites no paths), not to " + sts);
            }
        }

        String host() {
            return sts.getHost();
        }

        int port() {
            return sts.getPort() < 0 ? DEFAULT_HTTP_PORT : sts.getPort();
        }

        String authority() {
            return sts.getAuthority();
        }
    }

    /** The port of {@code http://} (RFC 9110 §4.2.1). */
    int DEFAULT_HTTP_PORT = 80;
}
