package io.airproof.driver.http;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CopyOnWriteArrayList;

/** Stands where hooks are sent to, writes down each call with its arrival, and answers 200. */
public final class HookReceiver implements AutoCloseable {

    private static final int OK = 200;

    private final HttpServer server;
    private final List<Call> calls = new CopyOnWriteArrayList<>();

    /**
     * One call.
     *
     * @param at when it had arrived
     * @param method HTTP method
     * @param path of the request
     * @param contentType of the body; empty text if none was said
     * @param userAgent who says that it calls; empty text if none was said
     * @param body as text
     */
    public record Call(Instant at, String method, String path, String contentType, String userAgent, String body) {}

    private HookReceiver(HttpServer server) {
        this.server = server;
    }

    /**
     * Opens one on a free loopback port.
     *
     * @throws UncheckedIOException if it cannot listen
     */
    public static HookReceiver open() {
        try {
            HookReceiver receiver =
                    new HookReceiver(HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0));
            receiver.server.createContext("/", receiver::receive);
            receiver.server.start();
            return receiver;
        } catch (IOException e) {
            throw new UncheckedIOException("the hook receiver finds no free port on loopback", e);
        }
    }

    private void receive(HttpExchange exchange) throws IOException {
        Instant now = Instant.now();
        String body = new String(exchange.getRequestBody().readAllBytes(), StandardCharsets.UTF_8);
        calls.add(new Call(
                now,
                exchange.getRequestMethod(),
                exchange.getRequestURI().getPath(),
                header(exchange, "Content-Type"),
                header(exchange, "User-Agent"),
                body));
        byte[] answer = "{}".getBytes(StandardCharsets.UTF_8);
        exchange.getResponseHeaders().set("Content-Type", "application/json");
        exchange.sendResponseHeaders(OK, answer.length);
        exchange.getResponseBody().write(answer);
        exchange.close();
    }

    private static String header(HttpExchange exchange, String name) {
        return Optional.ofNullable(exchange.getRequestHeaders().getFirst(name)).orElse("");
    }

    /** Where it listens, without a path. */
    public URI address() {
        return URI.create("http://127.0.0.1:" + server.getAddress().getPort());
    }

    /** The calls so far, in order. */
    public List<Call> calls() {
        return List.copyOf(calls);
    }

    @Override
    public void close() {
        server.stop(0);
    }
}
