package io.airproof.driver.sts;

import io.airproof.driver.wait.ChangeSignal;
import io.socket.client.Socket;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.locks.Condition;
import java.util.concurrent.locks.ReentrantLock;
import org.json.JSONObject;

/** What one Socket.IO connection has received. Safe for all threads. */
final class EventLog implements ChangeSignal {

    private final ReentrantLock lock = new ReentrantLock();
    private final Condition changed = lock.newCondition();
    private final List<StsEvent> events = new ArrayList<>();
    private Optional<Instant> connected = Optional.empty();
    private Optional<String> refused = Optional.empty();
    private long version;

    void listenTo(Socket socket) {
        socket.on(Socket.EVENT_CONNECT, arguments -> {
            connected(Instant.now());
        });
        socket.on(Socket.EVENT_CONNECT_ERROR, arguments -> change(() -> refused = Optional.of(reason(arguments))));
        socket.on(
                Socket.EVENT_DISCONNECT,
                arguments -> ended(Instant.now(), arguments.length > 0 ? String.valueOf(arguments[0]) : "unknown"));
        socket.onAnyIncoming(arguments -> {
            Instant now = Instant.now();
            JSONObject body =
                    arguments.length > 1 && arguments[1] instanceof JSONObject object ? object : new JSONObject();
            add(new StsEvent(now, String.valueOf(arguments[0]), body));
        });
    }

    List<StsEvent> events() {
        lock.lock();
        try {
            return List.copyOf(events);
        } finally {
            lock.unlock();
        }
    }

    /** Place of an event, from 0. */
    @SuppressWarnings("ReferenceEquality") // this very event, not one like it
    int indexOf(StsEvent event) {
        lock.lock();
        try {
            for (int i = 0; i < events.size(); i++) {
                if (events.get(i) == event) {
                    return i;
                }
            }
            return -1;
        } finally {
            lock.unlock();
        }
    }

    /** When the connection was made; empty if it was not within the deadline. */
    Optional<Instant> awaitConnected(Duration deadline) throws StsRefusal {
        long left = deadline.toNanos();
        lock.lock();
        try {
            while (connected.isEmpty() && refused.isEmpty() && left > 0) {
                left = changed.awaitNanos(left);
            }
            if (refused.isPresent()) {
                throw new StsRefusal(refused.get());
            }
            return connected;
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new StsRefusal("interrupted while waiting");
        } finally {
            lock.unlock();
        }
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

    /** The connection was made. */
    void connected(Instant at) {
        change(() -> connected = Optional.of(at));
    }

    /** An event came. */
    void add(StsEvent event) {
        change(() -> events.add(event));
    }

    /** The connection has ended; told again, it is ignored. */
    void ended(Instant at, String reason) {
        change(() -> {
            if (events.stream().noneMatch(event -> event.name().equals(StsEvent.DISCONNECT))) {
                events.add(new StsEvent(at, StsEvent.DISCONNECT, new JSONObject().put("reason", reason)));
            }
        });
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

    private static String reason(Object... arguments) {
        if (arguments.length == 0) {
            return "connect error without a reason";
        }
        if (arguments[0] instanceof Throwable error) {
            StringBuilder text = new StringBuilder(String.valueOf(error.getMessage()));
            for (Throwable cause = error.getCause(); cause != null; cause = cause.getCause()) {
                text.append(": ").append(cause.getMessage());
            }
            return text.toString();
        }
        return "connect error " + arguments[0];
    }
}
