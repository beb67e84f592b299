package io.airproof.driver.sts;

import io.airproof.driver.wait.Await;
import io.airproof.driver.wait.AwaitException;
import io.airproof.driver.wait.Look;
import io.socket.client.IO;
import io.socket.client.Socket;
import java.net.URI;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import org.json.JSONObject;

/**
 * A connection of the suite's own to the STS: Socket.IO over WebSocket only, no reconnecting. It records all that comes,
 * with the time. Has its own HTTP client with daemon threads, closed with it.
 *
 * <p>OkHttp queues at most 16 MiB for sending, and all clients but bare ones share one thread for their events: a
 * fragment of 10 MiB is a matter for a bare one.
 */
public final class StsClient implements AutoCloseable {

    /** Time an STS has to answer {@code stream:init}: the promise is 1 s (contract 4.3), the rest tells late from never. */
    public static final Duration INIT_DEADLINE = Duration.ofSeconds(5);

    private final Link link;
    private final EventLog log;
    private final ConnectTiming timing;

    private StsClient(Link link, EventLog log, ConnectTiming timing) {
        this.link = link;
        this.log = log;
        this.timing = timing;
    }

    /**
     * Connects.
     *
     * @param sts {@code http://host:port}
     * @param streamId sent as {@code X-Stream-ID}; {@code worker-<streamId>} as {@code X-Worker-ID}
     * @param deadline for TCP, WebSocket and Socket.IO together
     * @throws StsConnectException if that fails
     */
    public static StsClient connect(URI sts, String streamId, Duration deadline) {
        HttpTransport transport = new HttpTransport("sts-client-" + streamId);
        IO.Options options = IO.Options.builder()
                .setForceNew(true)
                .setReconnection(false)
                .setTransports(new String[] {"websocket"})
                .setExtraHeaders(Map.of("X-Stream-ID", List.of(streamId), "X-Worker-ID", List.of("worker-" + streamId)))
                .setTimeout(deadline.toMillis())
                .build();
        options.callFactory = transport.client();
        options.webSocketFactory = transport.client();
        Socket socket = IO.socket(sts, options);
        SocketIoLink link = new SocketIoLink(socket, transport);
        EventLog log = new EventLog();
        log.listenTo(socket);
        socket.connect();
        Optional<Instant> connected;
        try {
            connected = log.awaitConnected(deadline);
        } catch (StsRefusal e) {
            link.close();
            throw new StsConnectException(sts, e.why());
        }
        Instant opened = transport.tcpStarted().orElse(Instant.MAX);
        if (connected.isEmpty()) {
            link.close();
            throw new StsConnectException(
                    sts,
                    "nothing came within " + deadline.toMillis() + " ms"
                            + (transport.tcpStarted().isEmpty() ? ", not even a TCP connection was tried" : ""));
        }
        return new StsClient(link, log, new ConnectTiming(Duration.between(opened, connected.get())));
    }

    /**
     * Connects by a bare WebSocket with a thread of its own, for messages so large that they would hold up the other
     * clients, or in order to be silent.
     *
     * @param answersPings whether the connection is kept alive
     * @throws StsConnectException if that fails
     */
    public static StsClient connectBare(URI sts, boolean answersPings, Duration deadline) {
        EventLog log = new EventLog();
        Instant opened = Instant.now();
        try {
            BareLink link = BareLink.connect(sts, log, answersPings, deadline);
            Instant connected = log.awaitConnected(deadline)
                    .orElseThrow(() -> new StsConnectException(
                            sts, "it did not let a bare client in within " + deadline.toMillis() + " ms"));
            return new StsClient(link, log, new ConnectTiming(Duration.between(opened, connected)));
        } catch (StsRefusal e) {
            throw new StsConnectException(sts, e.why());
        }
    }

    /** How long connecting took. */
    public ConnectTiming timing() {
        return timing;
    }

    /** The connection is open. */
    public boolean isConnected() {
        return link.isConnected();
    }

    /** Sends an event; returns at once with the time. */
    public Instant emit(String event, JSONObject body) {
        Instant now = Instant.now();
        link.emit(event, body);
        return now;
    }

    /** Everything that came, in order. */
    public List<StsEvent> events() {
        return log.events();
    }

    /**
     * The first event of a name that matches, whether it is there already or comes within the deadline.
     *
     * @throws AwaitException if it does not, with a list of what did come, or at once if the connection ends first
     */
    public StsEvent await(String name, Predicate<StsEvent> which, Duration deadline) {
        return await(name, event -> event.name().equals(name) && which.test(event), event -> false, deadline);
    }

    /**
     * The first event after the first {@code seen} ones that has one of these names.
     *
     * @throws AwaitException if none comes in time, or at once if the connection ends first
     */
    public StsEvent awaitNext(int seen, Set<String> names, Duration deadline) {
        return await(
                names + " after " + seen + " events",
                event -> names.contains(event.name()) && log.indexOf(event) >= seen,
                event -> false,
                deadline);
    }

    /**
     * Opens a session.
     *
     * @return the {@code stream:ready} that came after this call
     * @throws AwaitException if it is refused or does not come
     */
    public StsEvent init(StreamInit init) {
        int before = log.events().size();
        Instant sent = emit("stream:init", init.toJson());
        return await(
                "stream:ready after stream:init at " + sent,
                event -> event.name().equals("stream:ready") && log.indexOf(event) >= before,
                event -> event.name().equals("error") && log.indexOf(event) >= before,
                INIT_DEADLINE);
    }

    /** Sends a fragment; returns at once with the time. */
    public Instant sendFragment(OutgoingFragment fragment) {
        return emit("fragment:data", fragment.toJson(Instant.now()));
    }

    @Override
    public void close() {
        link.close();
    }

    private StsEvent await(String what, Predicate<StsEvent> which, Predicate<StsEvent> fatal, Duration deadline) {
        var timeline =
                Await.until(what, deadline, log, () -> new Look(first(which).isPresent(), list()), () -> first(
                                event -> event.name().equals(StsEvent.DISCONNECT) || fatal.test(event))
                        .filter(end -> first(which).isEmpty())
                        .map(end -> "the STS sent " + end.inBrief()));
        return first(which).orElseThrow(() -> new IllegalStateException("lost after " + timeline));
    }

    private Optional<StsEvent> first(Predicate<StsEvent> which) {
        return log.events().stream().filter(which).findFirst();
    }

    private String list() {
        List<StsEvent> all = log.events();
        return all.isEmpty()
                ? "no event"
                : all.size() + " events: " + all.stream().map(StsEvent::inBrief).collect(Collectors.joining(", "));
    }
}
