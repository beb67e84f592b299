package io.airproof.run;

import java.time.Duration;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.ReentrantLock;

/**
 * How many programmes are on air at once: as many as the machine carries without making any of them late, since what is
 * measured must be the service's doing. Others wait their turn: who needs the machine longest first, then who needs most
 * of it, so that the short ones fill what is left.
 */
public final class AirTime {

    /**
     * Parts of a core's time that programmes are given, each with its publisher, recorder and tap. Measured on two cores:
     * with two dubbed programmes and one echoed, or with four echoed ones, no picture waits; with one more some do, and now
     * and then for more than 200 ms.
     */
    private static final int PARTS_PER_CORE = 10;

    private static final int DUBBED = 7;
    private static final int ECHOED = 5;

    /** Further viewers who need as much as one part. */
    private static final int VIEWERS_PER_PART = 2;

    /** Scenarios ask within this of each other when the stack is ready; only then is it known who goes first. */
    private static final Duration GATHER = Duration.ofMillis(250);

    /**
     * Between two that go on air. Segments are cut every 6 s: programmes that begin together would have all of theirs dubbed
     * at the same moment, each time.
     */
    private static final Duration APART = Duration.ofSeconds(1);

    private static final Comparator<Request> ORDER = Comparator.comparing(Request::length)
            .reversed()
            .thenComparing(Comparator.comparingInt(Request::parts).reversed())
            .thenComparingLong(Request::number);

    private final Desk desk;
    private final int all = PARTS_PER_CORE * Math.max(2, Runtime.getRuntime().availableProcessors());
    private final List<Request> waiting = new ArrayList<>();
    private final ReentrantLock preparing = new ReentrantLock();
    private int free = all;
    private int onAir;
    private int preparations;
    private long requests;

    /** Before this, of {@link System#nanoTime()}, no further programme goes on air. */
    private long earliest = System.nanoTime();

    private record Request(int parts, Duration length, long number, CompletableFuture<Void> granted) {}

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
        int wanted = programmes.stream().mapToInt(AirTime::parts).sum();
        Duration length = programmes.stream()
                .map(programme -> programme.clip().duration())
                .max(Duration::compareTo)
                .orElse(Duration.ZERO);
        return onAir(wanted, length);
    }

    private static int parts(Programme programme) {
        long viewers = programme.incidents().stream()
                .filter(incident -> incident.name().equals(Incidents.VIEWER))
                .count();
        return (programme.sts() == StsProfile.DUBBING ? DUBBED : ECHOED) + Math.toIntExact(viewers / VIEWERS_PER_PART);
    }

    /**
     * The same for streams of a scenario's own.
     *
     * @param streams how many are echoed, and one more for each further media-service
     */
    public Slot enter(int streams) throws InterruptedException {
        return onAir(streams * ECHOED, Duration.ZERO);
    }

    /** The same for a client that speaks to a service and needs little. */
    public Slot enterToSpeak() throws InterruptedException {
        return onAir(1, Duration.ZERO);
    }

    /** Does work that would disturb those on air, one after the other; until it is done nobody else goes on air. */
    void prepare(Runnable work) {
        synchronized (this) {
            preparations++;
        }
        preparing.lock();
        try {
            work.run();
        } finally {
            preparing.unlock();
            synchronized (this) {
                preparations--;
                grant();
            }
        }
    }

    private Slot onAir(int wanted, Duration length) throws InterruptedException {
        int parts = Math.min(wanted, all);
        acquire(parts, length);
        count(1);
        return () -> {
            release(parts);
            count(-1);
        };
    }

    /** Waits until nothing is on air, and keeps it so until the slot is closed. */
    Slot enterAlone() throws InterruptedException {
        acquire(all, Duration.ZERO);
        return () -> release(all);
    }

    private void acquire(int parts, Duration length) throws InterruptedException {
        CompletableFuture<Void> granted = new CompletableFuture<>();
        synchronized (this) {
            waiting.add(new Request(parts, length, requests++, granted));
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

    private synchronized void release(int parts) {
        free += parts;
        grant();
    }

    /** In order: a small one does not pass a large one, which would never find the machine free. */
    private synchronized void grant() {
        while (preparations == 0 && !waiting.isEmpty() && waiting.get(0).parts() <= free) {
            long left = earliest - System.nanoTime();
            boolean live = !waiting.get(0).length().isZero();
            if (live && left > 0) {
                CompletableFuture.delayedExecutor(left, TimeUnit.NANOSECONDS).execute(this::grant);
                return;
            }
            Request next = waiting.remove(0);
            free -= next.parts();
            earliest = live ? System.nanoTime() + APART.toNanos() : earliest;
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
