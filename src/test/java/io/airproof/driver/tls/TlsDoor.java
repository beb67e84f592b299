package io.airproof.driver.tls;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.net.URI;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.atomic.AtomicInteger;
import javax.net.ssl.SSLSocket;
import okhttp3.tls.HandshakeCertificates;
import okhttp3.tls.HeldCertificate;

/**
 * Takes TLS connections with a certificate of its own, which nobody trusts who was not given it, and passes what comes on
 * in the clear.
 */
public final class TlsDoor implements AutoCloseable {

    private static final int BACKLOG = 64;
    private static final int CONNECT_WITHIN_MS = 2_000;
    private static final Duration HANDSHAKE_WITHIN = Duration.ofSeconds(5);

    private final HeldCertificate certificate;
    private final ServerSocket server;
    private final URI target;
    private final List<Socket> open = new CopyOnWriteArrayList<>();
    private final AtomicInteger entered = new AtomicInteger();
    private final AtomicInteger refused = new AtomicInteger();

    private TlsDoor(HeldCertificate certificate, ServerSocket server, URI target) {
        this.certificate = certificate;
        this.server = server;
        this.target = target;
    }

    /**
     * Opens a door on a free port of this machine.
     *
     * @param target http address of the service behind it
     * @throws UncheckedIOException if no port can be had
     */
    public static TlsDoor before(URI target) {
        InetAddress here = InetAddress.getLoopbackAddress();
        HeldCertificate certificate = new HeldCertificate.Builder()
                .commonName("airproof")
                .addSubjectAlternativeName(here.getHostAddress())
                .addSubjectAlternativeName("localhost")
                .build();
        HandshakeCertificates own =
                new HandshakeCertificates.Builder().heldCertificate(certificate).build();
        try {
            ServerSocket server = own.sslContext().getServerSocketFactory().createServerSocket(0, BACKLOG, here);
            TlsDoor door = new TlsDoor(certificate, server, target);
            daemon(door::accept, "tls-door");
            return door;
        } catch (IOException e) {
            throw new UncheckedIOException("no port for a door with TLS", e);
        }
    }

    /** Its https address, without a path. */
    public URI address() {
        return URI.create("https://" + server.getInetAddress().getHostAddress() + ":" + server.getLocalPort());
    }

    /** Its certificate as PEM: who trusts this comes in. */
    public String certificate() {
        return certificate.certificatePem();
    }

    /** How many clients came in: they took the certificate. */
    public int entered() {
        return entered.get();
    }

    /** How many clients turned back at the certificate. */
    public int turnedBack() {
        return refused.get();
    }

    private void accept() {
        while (!server.isClosed()) {
            try {
                Socket client = server.accept();
                daemon(() -> serve((SSLSocket) client), "tls-door-in");
            } catch (IOException e) {
                // Closed; or one connection that was gone before it was here.
            }
        }
    }

    private void serve(SSLSocket client) {
        open.add(client);
        try (client) {
            client.setSoTimeout(Math.toIntExact(HANDSHAKE_WITHIN.toMillis()));
            client.startHandshake();
            // With TLS 1.3 a client's refusal comes after the handshake: its first word tells.
            int first = client.getInputStream().read();
            if (first < 0) {
                refused.incrementAndGet();
                return;
            }
            entered.incrementAndGet();
            client.setSoTimeout(0);
            pass(client, first);
        } catch (IOException e) {
            refused.incrementAndGet();
        } finally {
            open.remove(client);
        }
    }

    private void pass(SSLSocket client, int first) {
        try (Socket service = new Socket()) {
            service.setTcpNoDelay(true);
            service.connect(new InetSocketAddress(target.getHost(), target.getPort()), CONNECT_WITHIN_MS);
            open.add(service);
            daemon(() -> pump(service, client), "tls-door-out");
            service.getOutputStream().write(first);
            client.getInputStream().transferTo(service.getOutputStream());
            open.remove(service);
        } catch (IOException e) {
            // One of both has hung up: so does the other, when this returns.
        }
    }

    private static void pump(Socket from, Socket to) {
        try {
            from.getInputStream().transferTo(to.getOutputStream());
            to.close();
        } catch (IOException e) {
            // As above.
        }
    }

    private static void daemon(Runnable task, String name) {
        Thread thread = new Thread(task, name);
        thread.setDaemon(true);
        thread.start();
    }

    @Override
    public void close() {
        try {
            server.close();
            for (Socket socket : open) {
                socket.close();
            }
        } catch (IOException e) {
            // It was closed before.
        }
    }
}
