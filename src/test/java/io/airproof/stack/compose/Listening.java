package io.airproof.stack.compose;

import java.io.IOException;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.net.SocketTimeoutException;

/** Whether a service listens at a port. The engine's own proxy accepts before the service does, and hangs up then. */
final class Listening {

    private static final int CONNECT_MS = 1_000;

    /** A service waits for its client to begin; the proxy of one that is not there hangs up within a few ms. */
    private static final int PATIENCE_MS = 150;

    private Listening() {}

    /** True if somebody accepts there and waits for the client to speak. */
    static boolean at(String host, int port) {
        try (Socket socket = new Socket()) {
            socket.connect(new InetSocketAddress(host, port), CONNECT_MS);
            socket.setSoTimeout(PATIENCE_MS);
            return socket.getInputStream().read() >= 0;
        } catch (SocketTimeoutException e) {
            return true;
        } catch (IOException e) {
            return false;
        }
    }

    /** True if anybody accepts there, the proxy included. */
    static boolean isTaken(String host, int port) {
        try (Socket socket = new Socket()) {
            socket.connect(new InetSocketAddress(host, port), CONNECT_MS);
            return true;
        } catch (IOException e) {
            return false;
        }
    }
}
