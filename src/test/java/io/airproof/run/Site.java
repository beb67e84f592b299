package io.airproof.run;

import io.airproof.driver.rtmp.RtmpRelay;
import io.airproof.driver.tls.TlsDoor;
import io.airproof.stack.Stack;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/**
 * Where programmes run.
 *
 * @param stack the services
 * @param relay between media-service and media server, where the programme's settings ask for it
 * @param door between media-service and STS, where they ask for TLS
 */
public record Site(Stack stack, Optional<RtmpRelay> relay, Optional<TlsDoor> door) implements AutoCloseable {

    private static final String MEDIA_SERVER = "MEDIAMTX_RTMP_URL";
    private static final String STS = "STS_SERVICE_URL";

    /** Where OpenSSL, and with it most languages, looks for certificates to trust. */
    private static final String TRUSTED = "SSL_CERT_FILE";

    /** The services that all share. */
    static Site shared(Stack stack) {
        return new Site(stack, Optional.empty(), Optional.empty());
    }

    /**
     * Starts a media-service with these settings beside the shared one.
     *
     * @param sts what the media-service takes for its STS: the address of the tap
     * @throws io.airproof.evidence.NotRunHereException if this kind of stack cannot have it
     */
    static Site beside(Stack shared, URI sts, ServiceSettings settings) {
        Optional<RtmpRelay> relay =
                settings.line() == ServiceSettings.Line.RELAYED ? Optional.of(RtmpRelay.open()) : Optional.empty();
        Optional<TlsDoor> door =
                settings.door() == ServiceSettings.Door.PLAIN ? Optional.empty() : Optional.of(TlsDoor.before(sts));
        try {
            Map<String, String> variables = new TreeMap<>(settings.variables());
            relay.ifPresent(one -> variables.put(MEDIA_SERVER, one.address().toString()));
            door.ifPresent(one -> variables.put(STS, one.address().toString()));
            if (settings.door() == ServiceSettings.Door.TLS) {
                door.ifPresent(one -> variables.put(
                        TRUSTED, written(shared.runDir(), one.certificate()).toString()));
            }
            Stack stack = shared.with(variables);
            relay.ifPresent(one -> one.forward(stack.rtmp()));
            return new Site(stack, relay, door);
        } catch (RuntimeException e) {
            relay.ifPresent(RtmpRelay::close);
            door.ifPresent(TlsDoor::close);
            throw e;
        }
    }

    private static Path written(Path folder, String certificate) {
        try {
            Path file = Files.createTempFile(folder, "trusted-", ".pem");
            return Files.writeString(file.toAbsolutePath(), certificate);
        } catch (IOException e) {
            throw new UncheckedIOException("the certificate cannot be written in " + folder, e);
        }
    }

    @Override
    public void close() {
        stack.close();
        relay.ifPresent(RtmpRelay::close);
        door.ifPresent(TlsDoor::close);
    }
}
