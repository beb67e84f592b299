package io.airproof.driver.rtmp;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.net.URI;
import java.util.List;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;

/**
 * Passes RTMP connections on to a media server, byte for byte, and keeps what their clients asked for. A path can be
 * refused to readers: its readers lose their connection, and whoever asks again is turned away at once, as by a server
 * that has lost the stream without a word.
 */
public final class RtmpRelay implements AutoCloseable {

    private static final int BACKLOG = 64;

    private final ServerSocket server;
    private final CopyOnWriteArrayList<RtmpLink> links = new CopyOnWriteArrayList<>();
    private final CopyOnWriteArrayList<RtmpEvent> events = new CopyOnWriteArrayList<>();
    private final Set<String> unreadable = ConcurrentHashMap.newKeySet();
    private volatile URI target;

    private RtmpRelay(ServerSocket server) {
        this.server = server;
        this.target = address();
    }

    /**
     * Listens on a free port of this machine; {@link #forward} says where to.
     *
     * @throws UncheckedIOException if no port can be had
     */
    public static RtmpRelay open() {
        try {
            RtmpRelay relay = new RtmpRelay(new ServerSocket(0, BACKLOG, InetAddress.getLoopbackAddress()));
            Thread thread = new Thread(relay::accept, "rtmp-relay");
            thread.setDaemon(true);
            thread.start();
            return relay;
        } catch (IOException e) {
            throw new UncheckedIOException("no port for an RTMP relay", e);
        }
    }

    /** Where it listens, without a path. */
    public URI address() {
        return URI.create("rtmp://" + server.getInetAddress().getHostAddress() + ":" + server.getLocalPort());
    }

    /** Connections from now on go to this server. */
    public void forward(URI mediaServer) {
        target = mediaServer;
    }

    /** Breaks the connections of who reads this path, and of whoever asks for it from now on. */
    public void refuseReaders(String path) {
        unreadable.add(path);
        links.stream().filter(link -> link.reads(path)).forEach(RtmpLink::reset);
    }

    /** What was asked for and told about paths in this folder, such as live/one, in order. */
    public List<RtmpEvent> eventsBelow(String folder) {
        return events.stream()
                .filter(event -> event.path().startsWith(folder + "/"))
                .toList();
    }

    private void accept() {
        while (!server.isClosed()) {
            try {
                Socket client = server.accept();
                URI to = target;
                if (to.equals(address())) {
                    client.close();
                    continue;
                }
                RtmpLink link = new RtmpLink(client, to, this::admits, events::add, links::remove);
                links.add(link);
                link.start();
            } catch (IOException e) {
                // Closed; or one connection that was gone before it was here.
            }
        }
    }

    private boolean admits(RtmpEvent event) {
        return !(event instanceof RtmpEvent.Play play && unreadable.contains(play.path()));
    }

    @Override
    public void close() {
        try {
            server.close();
        } catch (IOException e) {
            // It was closed before.
        }
        links.forEach(RtmpLink::reset);
    }
}
