package io.airproof.reference.media.http;

import java.time.Duration;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.eclipse.jetty.io.Connection;
import org.eclipse.jetty.util.component.AbstractLifeCycle;

/**
 * Closes connections that do not bring a whole request in time, however steadily it drips. One on which nothing has begun
 * is the matter of the server's idle timeout.
 */
final class RequestPatience extends AbstractLifeCycle implements Connection.Listener {

    private static final int LOOKS = 10;

    private final Duration patience;
    private final Map<Connection, Progress> open = new ConcurrentHashMap<>();
    private Optional<ScheduledExecutorService> looker = Optional.empty();

    /**
     * How far a connection was when it was looked at.
     *
     * @param requests that have begun to be read
     * @param bytes received when that was so
     * @param waitingSince of {@link System#nanoTime()}, when there was something that was no whole request, or none that was
     *     answered; empty if there is not
     */
    private record Progress(long requests, long bytes, Optional<Long> waitingSince) {}

    /** @param patience from the first byte of a request to its answer; looked at ten times in it */
    RequestPatience(Duration patience) {
        this.patience = patience;
    }

    @Override
    protected void doStart() {
        ScheduledExecutorService fresh = Executors.newSingleThreadScheduledExecutor(RequestPatience::thread);
        looker = Optional.of(fresh);
        long every = patience.toNanos() / LOOKS;
        var ignored = fresh.scheduleAtFixedRate(this::look, every, every, TimeUnit.NANOSECONDS);
    }

    @Override
    protected void doStop() {
        looker.ifPresent(ScheduledExecutorService::shutdownNow);
    }

    private static Thread thread(Runnable task) {
        Thread thread = new Thread(task, "request-patience");
        thread.setDaemon(true);
        return thread;
    }

    @Override
    public void onOpened(Connection connection) {
        open.put(connection, new Progress(0, 0, Optional.empty()));
    }

    @Override
    public void onClosed(Connection connection) {
        open.remove(connection);
    }

    private void look() {
        long now = System.nanoTime();
        open.replaceAll((connection, before) -> progress(connection, before, now));
        open.forEach((connection, progress) -> {
            if (progress.waitingSince()
                    .filter(since -> now - since >= patience.toNanos())
                    .isPresent()) {
                connection.getEndPoint().close(new TimeoutException("no whole request within " + patience));
            }
        });
    }

    private static Progress progress(Connection connection, Progress before, long now) {
        long requests = connection.getMessagesIn();
        long bytes = connection.getBytesIn();
        boolean unanswered = requests > connection.getMessagesOut();
        if (requests != before.requests()) {
            return new Progress(requests, bytes, Optional.of(now).filter(moment -> unanswered));
        }
        boolean waiting = unanswered || bytes != before.bytes();
        return new Progress(
                requests,
                before.bytes(),
                waiting ? before.waitingSince().or(() -> Optional.of(now)) : Optional.empty());
    }
}
