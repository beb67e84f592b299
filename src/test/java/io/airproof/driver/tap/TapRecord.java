package io.airproof.driver.tap;

import io.airproof.driver.wait.ChangeSignal;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.locks.Condition;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.Consumer;
import java.util.function.Predicate;
import java.util.function.UnaryOperator;

/**
 * Everything the tap saw of one stream: a live view. Each method answers with an immutable copy of the present state.
 *
 * <p>{@link #events()} holds what the receivers really got, in the order of delivery; what a fault dropped, changed or
 * could not deliver is in {@link #interventions()}. Pings are counted ({@link #connections()}), not kept.
 *
 * <p>Entries appear a few milliseconds after the frame has passed; the times in them are those of the frame.
 */
public final class TapRecord implements ChangeSignal {

    /** At most this many unreadable packets are kept in words; all are counted. */
    public static final int UNREADABLE_KEPT = 100;

    private final String streamId;
    private final ReentrantLock lock = new ReentrantLock();
    private final Condition changed = lock.newCondition();
    private final List<Handshake> handshakes = new ArrayList<>();
    private final Map<Long, Connection> connections = new TreeMap<>();
    private final List<WireEvent> events = new ArrayList<>();
    private final List<Intervention> interventions = new ArrayList<>();
    private final List<Unreadable> unreadable = new ArrayList<>();
    private final List<Consumer<WireEvent>> listeners = new CopyOnWriteArrayList<>();
    private long unreadableCount;
    private long version;

    /**
     * A text message that is no packet.
     *
     * @param at when it had arrived
     * @param direction which way it went
     * @param connection number of the connection
     * @param why what is wrong with it, with its beginning
     */
    public record Unreadable(Instant at, Direction direction, long connection, String why) {}

    TapRecord(String streamId) {
        this.streamId = streamId;
    }

    /** The X-Stream-ID of its connections; empty text for those that had none. */
    public String streamId() {
        return streamId;
    }

    /** The upgrade requests, in order of arrival, with their headers. */
    public List<Handshake> handshakes() {
        return copy(handshakes);
    }

    /** The connections, by number, with who ended them. */
    public List<Connection> connections() {
        lock.lock();
        try {
            return List.copyOf(connections.values());
        } finally {
            lock.unlock();
        }
    }

    /** Every Socket.IO packet that was delivered, in order of delivery. */
    public List<WireEvent> events() {
        return copy(events);
    }

    /** The delivered packets of a name and direction. */
    public List<WireEvent> events(Direction direction, String name) {
        return events(event -> event.direction() == direction && event.name().equals(name));
    }

    /** The delivered packets that match. */
    public List<WireEvent> events(Predicate<WireEvent> which) {
        return events().stream().filter(which).toList();
    }

    /** The fragments that the worker sent: {@code fragment:data}. */
    public List<WireEvent> sent() {
        return events(Direction.WORKER_TO_STS, "fragment:data");
    }

    /** The results that the worker got: {@code fragment:processed}. */
    public List<WireEvent> results() {
        return events(Direction.STS_TO_WORKER, "fragment:processed");
    }

    /** The acknowledgements of the STS: {@code fragment:ack} with {@code queued}. */
    public List<WireEvent> stsAcks() {
        return events(Direction.STS_TO_WORKER, "fragment:ack");
    }

    /** The acknowledgements of the worker: {@code fragment:ack} with {@code received} or {@code applied}. */
    public List<WireEvent> workerAcks() {
        return events(Direction.WORKER_TO_STS, "fragment:ack");
    }

    /** The {@code error} events that the worker got. */
    public List<WireEvent> errors() {
        return events(Direction.STS_TO_WORKER, "error");
    }

    /** What the tap did because it was told to, and what it could not deliver. */
    public List<Intervention> interventions() {
        return copy(interventions);
    }

    /** The first {@value #UNREADABLE_KEPT} texts that were no packets. */
    public List<Unreadable> unreadable() {
        return copy(unreadable);
    }

    /** How many texts were no packets. */
    public long unreadableCount() {
        lock.lock();
        try {
            return unreadableCount;
        } finally {
            lock.unlock();
        }
    }

    /**
     * Calls {@code listener} for each packet from now on, on the recorder's thread: be quick, do not block.
     *
     * @return closing it ends the calls
     */
    public Subscription listen(Consumer<WireEvent> listener) {
        listeners.add(listener);
        return () -> listeners.remove(listener);
    }

    /** A subscription that closes without an error. */
    @FunctionalInterface
    public interface Subscription extends AutoCloseable {
        @Override
        void close();
    }

    @Override
    public long version() {
        lock.lock();
        try {
            return version;
        } finally {
            lock.unlock();
        }
    }

    @Override
    public void awaitChange(long seen, Duration atMost) throws InterruptedException {
        long left = atMost.toNanos();
        lock.lockInterruptibly();
        try {
            while (version == seen && left > 0) {
                left = changed.awaitNanos(left);
            }
        } finally {
            lock.unlock();
        }
    }

    void add(Handshake handshake) {
        change(() -> {
            handshakes.add(handshake);
            connections.put(handshake.connection(), Connection.requested(handshake.connection(), handshake.at()));
        });
    }

    void answered(long connection, Instant at, int status) {
        change(() -> {
            handshakes.replaceAll(
                    handshake -> handshake.connection() == connection ? handshake.answered(at, status) : handshake);
            if (status == SWITCHING_PROTOCOLS) {
                update(connection, known -> known.opened(at));
            }
        });
    }

    void ended(long connection, Connection.End end) {
        change(() -> update(connection, known -> known.ended(end)));
    }

    void add(Intervention intervention) {
        change(() -> interventions.add(intervention));
    }

    void add(Unreadable text) {
        change(() -> {
            unreadableCount++;
            if (unreadable.size() < UNREADABLE_KEPT) {
                unreadable.add(text);
            }
        });
    }

    void carried(long connection, Direction direction, Message message, Instant when) {
        change(() -> update(connection, known -> known.carried(direction, message, when)));
    }

    void add(WireEvent event) {
        change(() -> {
            int place = events.size();
            while (place > 0 && events.get(place - 1).deliveredAt().isAfter(event.deliveredAt())) {
                place--;
            }
            events.add(place, event);
        });
        listeners.forEach(listener -> listener.accept(event));
    }

    private void update(long connection, UnaryOperator<Connection> step) {
        connections.computeIfPresent(connection, (number, known) -> step.apply(known));
    }

    private void change(Runnable step) {
        lock.lock();
        try {
            step.run();
            version++;
            changed.signalAll();
        } finally {
            lock.unlock();
        }
    }

    private <T> List<T> copy(List<T> list) {
        lock.lock();
        try {
            return List.copyOf(list);
        } finally {
            lock.unlock();
        }
    }

    /** HTTP status that opens a WebSocket (RFC 6455 §4.2.2). */
    private static final int SWITCHING_PROTOCOLS = 101;
}
