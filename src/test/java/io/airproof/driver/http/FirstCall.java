package io.airproof.driver.http;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpHandler;
import com.sun.net.httpserver.HttpServer;
import io.restassured.RestAssured;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.time.Duration;

/**
 * The first call of a process through REST Assured loads Groovy and takes one to two seconds. It goes to a server of the
 * suite's own, so that no service is blamed for it.
 */
final class FirstCall {

    private static final Duration TOOK = make();

    private FirstCall() {}

    /** Returns at once, except the first time. */
    static Duration isOver() {
        return TOOK;
    }

    private static Duration make() {
        long started = System.nanoTime();
        try {
            HttpServer server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
            server.createContext("/", new Answer());
            server.start();
            try {
                String body = RestAssured.given()
                        .get("http://127.0.0.1:" + server.getAddress().getPort() + "/")
                        .asString();
                return body.isEmpty() ? Duration.ZERO : Duration.ofNanos(System.nanoTime() - started);
            } finally {
                server.stop(0);
            }
        } catch (IOException e) {
            throw new UncheckedIOException("no port free on loopback", e);
        }
    }

    /** In a class of its own: a lambda would wait for the class that is being made. */
    private static final class Answer implements HttpHandler {
        @Override
        public void handle(HttpExchange exchange) throws IOException {
            byte[] body = "{}".getBytes(StandardCharsets.UTF_8);
            exchange.getResponseHeaders().set("Content-Type", "application/json");
            exchange.sendResponseHeaders(200, body.length);
            exchange.getResponseBody().write(body);
            exchange.close();
        }
    }
}
