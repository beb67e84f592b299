package io.airproof.process;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.util.ArrayList;
import java.util.List;

/**
 * TCP ports of the loopback interface that nobody listens on at this moment.
 *
 * <p>Somebody may take one before it is used: whoever starts a service on it retries with new ports.
 */
public final class FreePorts {

    private FreePorts() {}

    /** One free port. */
    public static int one() {
        return pick(1).get(0);
    }

    /** So many different free ports, 1–65535 each. */
    public static List<Integer> pick(int count) {
        List<ServerSocket> held = new ArrayList<>();
        try {
            for (int i = 0; i < count; i++) {
                held.add(new ServerSocket(0, 1, InetAddress.getLoopbackAddress()));
            }
            return held.stream().map(ServerSocket::getLocalPort).toList();
        } catch (IOException e) {
            throw new UncheckedIOException("no free TCP port on the loopback interface: " + e.getMessage(), e);
        } finally {
            held.forEach(FreePorts::release);
        }
    }

    private static void release(ServerSocket socket) {
        try {
            socket.close();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
