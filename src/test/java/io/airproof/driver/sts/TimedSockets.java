package io.airproof.driver.sts;

import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.net.SocketAddress;
import javax.net.SocketFactory;

/**
 * Sockets that say when they begin to connect. (OkHttp takes event listeners off WebSocket calls, so {@code connectStart}
 * cannot be had from there.) They send at once: with Nagle's algorithm the end of a fragment waits some 40 ms for the
 * acknowledgement of its beginning, which would be blamed on the STS.
 */
final class TimedSockets extends SocketFactory {

    private final Runnable connecting;

    TimedSockets(Runnable connecting) {
        this.connecting = connecting;
    }

    @Override
    public Socket createSocket() throws IOException {
        Socket socket = new Socket() {
            @Override
            public void connect(SocketAddress endpoint, int timeout) throws IOException {
                connecting.run();
                super.connect(endpoint, timeout);
            }
        };
        socket.setTcpNoDelay(true);
        return socket;
    }

    @Override
    public Socket createSocket(String host, int port) throws IOException {
        return connected(new InetSocketAddress(host, port));
    }

    @Override
    public Socket createSocket(String host, int port, InetAddress local, int localPort) throws IOException {
        return createSocket(host, port);
    }

    @Override
    public Socket createSocket(InetAddress host, int port) throws IOException {
        return connected(new InetSocketAddress(host, port));
    }

    @Override
    public Socket createSocket(InetAddress host, int port, InetAddress local, int localPort) throws IOException {
        return createSocket(host, port);
    }

    private Socket connected(InetSocketAddress endpoint) throws IOException {
        Socket socket = createSocket();
        socket.connect(endpoint, 0);
        return socket;
    }
}
