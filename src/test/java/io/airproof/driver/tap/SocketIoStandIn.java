package io.airproof.driver.tap;

import com.corundumstudio.socketio.Configuration;
import com.corundumstudio.socketio.SocketConfig;
import com.corundumstudio.socketio.SocketIOServer;
import com.corundumstudio.socketio.Transport;
import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.URI;
import java.util.Map;

/** A real Socket.IO server for the tests of the tap: acks each fragment and gives its audio back. */
final class SocketIoStandIn implements AutoCloseable {

    private static final int MAX_MESSAGE = 52_428_800;

    private final SocketIOServer server;
    private final URI address;

    SocketIoStandIn(String name) throws IOException {
        int port;
        try (ServerSocket free = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            port = free.getLocalPort();
        }
        SocketConfig sockets = new SocketConfig();
        sockets.setReuseAddress(true);
        Configuration configuration = new Configuration();
        configuration.setHostname("127.0.0.1");
        configuration.setPort(port);
        configuration.setTransports(Transport.WEBSOCKET);
        configuration.setMaxFramePayloadLength(MAX_MESSAGE);
        configuration.setMaxHttpContentLength(MAX_MESSAGE);
        configuration.setSocketConfig(sockets);
        configuration.setBossThreads(1);
        configuration.setWorkerThreads(1);
        configuration.setPingInterval(1_000);
        configuration.setPingTimeout(1_000);
        server = new SocketIOServer(configuration);
        server.addEventListener("fragment:data", Map.class, (client, body, ack) -> {
            Object number = body.get("sequence_number");
            client.sendEvent("fragment:ack", Map.of("sequence_number", number, "status", "queued"));
            client.sendEvent(
                    "fragment:processed",
                    Map.of("sequence_number", number, "server", name, "dubbed_audio", Map.of("data_base64", "DUB")));
        });
        server.addEventListener(
                "stream:init",
                Map.class,
                (client, body, ack) -> client.sendEvent("stream:ready", Map.of("session_id", name)));
        server.start();
        address = URI.create("http://127.0.0.1:" + port);
    }

    URI address() {
        return address;
    }

    @Override
    public void close() {
        server.stop();
    }
}
