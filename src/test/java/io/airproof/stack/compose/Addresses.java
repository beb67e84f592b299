package io.airproof.stack.compose;

import java.net.InetSocketAddress;
import java.net.URI;
import java.util.Optional;

/**
 * How containers and the suite reach each other.
 *
 * @param publish the address that ports are published at, and reached at by the suite
 * @param gateway the address of the engine's machine that containers know as host.docker.internal
 * @param tap what the media-service takes for its STS; empty where the tap cannot be reached from the containers
 */
public record Addresses(String publish, String gateway, Optional<URI> tap) {

    /** The name of the engine's machine in a container. */
    static final String ENGINE_HOST = "host.docker.internal";

    private static final String LOOPBACK = "127.0.0.1";

    /** Where the tap listens: the gateway, so that containers reach it and nobody else. */
    public static InetSocketAddress tapListen(Engine engine) {
        String listen = System.getProperty("tap.listen", "");
        if (!listen.isBlank()) {
            int colon = listen.lastIndexOf(':');
            return new InetSocketAddress(listen.substring(0, colon), Integer.parseInt(listen.substring(colon + 1)));
        }
        return new InetSocketAddress(engine.isLocal() ? engine.gateway() : LOOPBACK, 0);
    }

    /**
     * For an engine here, or a remote one with the properties {@code publish.address} and {@code tap.advertise}.
     *
     * @param tap where the tap listens
     */
    public static Addresses of(Engine engine, URI tap) {
        String advertise = System.getProperty("tap.advertise", "");
        Optional<URI> reachable = !advertise.isBlank()
                ? Optional.of(URI.create(advertise.contains("://") ? advertise : "http://" + advertise))
                : engine.isLocal()
                        ? Optional.of(URI.create("http://" + ENGINE_HOST + ":" + tap.getPort()))
                        : Optional.empty();
        return new Addresses(System.getProperty("publish.address", LOOPBACK), engine.gateway(), reachable);
    }

    /** A published port as the suite reaches it. */
    URI published(String scheme, int port) {
        return URI.create(scheme + "://" + publish + ":" + port);
    }

    /** What the media-service takes for its STS: the tap, or the STS itself where the tap cannot be reached. */
    String stsForWorkers(int stsPort) {
        return tap.map(URI::toString).orElse("http://" + ENGINE_HOST + ":" + stsPort);
    }

    /** Where ports are bound: the address itself, or every one of a remote machine. */
    String bind() {
        return publish.equals(LOOPBACK) ? LOOPBACK : "0.0.0.0";
    }
}
