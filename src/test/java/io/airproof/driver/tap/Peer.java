package io.airproof.driver.tap;

import java.io.BufferedInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.net.SocketException;

/** One end of a connection: a socket whose input is buffered once and for all. Closing never fails. */
final class Peer implements AutoCloseable {

    /** Time a peer has to accept a connection, or to send an HTTP head, in milliseconds; both are at hand at once. */
    static final int HEAD_TIMEOUT_MS = 10_000;

    private static final int BUFFER_BYTES = 65_536;

    private final Socket socket;
    private final InputStream in;

    Peer(Socket socket) throws IOException {
        this.socket = socket;
        socket.setTcpNoDelay(true);
        socket.setSoTimeout(HEAD_TIMEOUT_MS);
        this.in = new BufferedInputStream(socket.getInputStream(), BUFFER_BYTES);
    }

    static Peer connect(Route.Forward to) throws IOException {
        Socket socket = new Socket();
        try {
            socket.connect(new InetSocketAddress(to.host(), to.port()), HEAD_TIMEOUT_MS);
            return new Peer(socket);
        } catch (IOException e) {
            socket.close();
            throw e;
        }
    }

    InputStream in() {
        return in;
    }

    OutputStream out() throws IOException {
        return socket.getOutputStream();
    }

    void send(byte[] bytes) throws IOException {
        out().write(bytes);
        out().flush();
    }

    /** From now on reading waits for ever. */
    void headIsThrough() throws SocketException {
        socket.setSoTimeout(0);
    }

    /** Tells the peer that nothing more comes; it may go on sending. */
    void endOutput() {
        try {
            socket.shutdownOutput();
        } catch (IOException e) {
            close();
        }
    }

    /** Closes with a TCP reset. */
    void reset() {
        try {
            socket.setSoLinger(true, 0);
        } catch (SocketException e) {
            // closed already
        }
        close();
    }

    boolean isClosed() {
        return socket.isClosed();
    }

    @Override
    public void close() {
        try {
            socket.close();
        } catch (IOException e) {
            // there is nothing left to close
        }
    }
}
