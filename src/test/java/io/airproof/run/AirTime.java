package io.airproof.run;

import java.time.Duration;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;

/**
 * How many programmes are on air at once: as many as the machine carries without making any of them late, since what is
 * measured must be the service's doing. Others wait their turn: who needs most of the machine first, then who needs it
 * longest, so that the short ones fill what is left.
 */
public final class AirTime {

    /** Measured on two cores: with two dubbed programmes and one echoed nobody waits; with one more some pictures do. */
    private static final double SHARES_PER_CORE = 2.5;

    private static final int DUBBED = 2;
    private static final int ECHOED = 1;

    /** Scenarios ask within this of each other when the stack is ready; only then is it known who goes first. */
    private static final Duration GATHER = Duration.ofMillis(50);

    private static final Comparator<Request> ORDER = Comparator.comparingInt(Request::shares)
            .reversed()
            .thenComparing(Comparator.comparing(Request::length).reversed())
            .thenComparingLong(Request::number);

    private final Desk desk;
    private final int all =
            (int) (SHARES_PER_CORE * Math.max(2, Runtime.getRuntime().availableProcessors()));
    private final List<Request> waiting = new ArrayList<>();
    private int free = all;
    private int onAir;
    private long requests;

    private record Request(int shares, Duration length, long number, CompletableFuture<Void> granted) {}

    /** The desk is told when the last programme has ended. */
    AirTime(Desk desk) {
        this.desk = desk;
    }

    /** Waits for its turn; closing the slot ends it. */
    Slot enter(Programme programme) throws InterruptedException {
        return enter(List.of(programme));
    }

    /** Waits until all of them can be on air at the same time. */
    Slot enter(List<Programme> programmes) throws InterruptedException {
        int wanted = programmes.stream()
                .mapToInt(programme -> programme.sts() == StsProfile.DUBBING ? DUBBED : ECHOED)
                .sum();
        Duration length = programmes.stream()
                .map(programme -> programme.clip().duration())
                .max(Duration::compareTo)
                .orElse(Duration.ZERO);
        return onAir(wanted, length);
    }

    /**
     * The same for streams of a scenario's own.
     *
     * @param wanted one share for each stream that is echoed, and one for each further media-service
     */
    public Slot enter(int wanted) throws InterruptedException {
        return onAir(wanted, Duration.ZERO);
    }

    private Slot onAir(int wanted, Duration length) throws InterruptedException {
        int shares = Math.min(wanted, all);
        acquire(shares, length);
        count(1);
        return () -> {
            release(shares);
            count(-1);
        };
    }

    /** Waits until nothing is on air, and keeps it so until the slot is closed. */
    Slot enterAlone() throws InterruptedException {
        acquire(all, Duration.ZERO);
        return () -> release(all);
    }

    private void acquire(int shares, Duration length) throws InterruptedException {
        CompletableFuture<Void> granted = new CompletableFuture<>();
        synchronized (this) {
            waiting.add(new Request(shares, length, requests++, granted));
            waiting.sort(ORDER);
        }
        CompletableFuture.delayedExecutor(GATHER.toMillis(), TimeUnit.MILLISECONDS)
                .execute(this::grant);
        try {
            granted.get();
        } catch (ExecutionException e) {
            throw new IllegalStateException("a turn is only ever granted", e);
        }
    }

    private synchronized void release(int shares) {
        free += shares;
        grant();
    }

    /** In order: a small one does not pass a large one, which would never find the machine free. */
    private synchronized void grant() {
        while (!waiting.isEmpty() && waiting.get(0).shares() <= free) {
            Request next = waiting.remove(0);
            free -= next.shares();
            next.granted().complete(null);
        }
    }

    private synchronized void count(int more) {
        onAir += more;
        desk.live(onAir > 0);
    }

    /** A place on air. */
    public interface Slot extends AutoCloseable {
        @Override
        void close();
    }
}
