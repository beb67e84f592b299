package io.airproof.driver.sts;

import io.socket.client.Socket;
import org.json.JSONObject;

/** The client that workers in Java use, with its own HTTP client under it. All of its kind share one thread for events. */
record SocketIoLink(Socket socket, HttpTransport transport) implements Link {

    @Override
    public void emit(String event, JSONObject body) {
        socket.emit(event, body);
    }

    @Override
    public boolean isConnected() {
        return socket.connected();
    }

    @Override
    public void close() {
        socket.off();
        socket.disconnect();
        transport.close();
    }
}
