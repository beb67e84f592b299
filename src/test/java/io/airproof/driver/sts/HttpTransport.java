package io.airproof.driver.sts;

import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.SynchronousQueue;
import java.util.concurrent.ThreadPoolExecutor;
import java.util.concurrent.TimeUnit;
import okhttp3.ConnectionPool;
import okhttp3.Dispatcher;
import okhttp3.OkHttpClient;

/** The HTTP client of one Socket.IO connection: own threads (daemons), own pool, and the time of its TCP connection. */
final class HttpTransport implements AutoCloseable {

    private static final Duration IDLE_THREAD = Duration.ofSeconds(1);

    private final ExecutorService threads;
    private final OkHttpClient client;
    private volatile Optional<Instant> tcpStarted = Optional.empty();

    HttpTransport(String name) {
        threads = new ThreadPoolExecutor(
                0, Integer.MAX_VALUE, IDLE_THREAD.toMillis(), TimeUnit.MILLISECONDS, new SynchronousQueue<>(), task -> {
                    Thread thread = new Thread(task, name);
                    thread.setDaemon(true);
                    return thread;
                });
        client = new OkHttpClient.Builder()
                .dispatcher(new Dispatcher(threads))
                .connectionPool(new ConnectionPool())
                .socketFactory(new TimedSockets(this::tcpStarts))
                .build();
    }

    private void tcpStarts() {
        if (tcpStarted.isEmpty()) {
            tcpStarted = Optional.of(Instant.now());
        }
    }

    OkHttpClient client() {
        return client;
    }

    /** When the first TCP connection was begun. */
    Optional<Instant> tcpStarted() {
        return tcpStarted;
    }

    @Override
    public void close() {
        threads.shutdown();
        client.connectionPool().evictAll();
    }
}
