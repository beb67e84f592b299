package io.airproof.run;

import java.time.Duration;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;

/**
 * How many programmes are on air at once: as many as the machine carries without making any of them late, since what is
 * measured must be the service's doing. Others wait their turn: who needs the machine longest first, then who needs most
 * of it, and the short ones fill what is left ({@link Timetable}).
 */
public final class AirTime {

    /**
     * Parts of a core's time that programmes are given, each with its publisher, recorder and tap. Measured on two cores:
     * with eight echoed programmes at once the cores are idle for a third of the time.
     */
    private static final int PARTS_PER_CORE = 13;

    private static final int DUBBED = 6;
    private static final int ECHOED = 3;

    /** Leaves one echoed programme beside it: with three, times of the dubbing STS were theirs as well. */
    private static final int QUIET = 23;

    /** Further viewers who need as much as one part. */
    private static final int VIEWERS_PER_PART = 2;

    /** How long scenarios with streams of their own need the machine, more or less: it only decides who goes first. */
    private static final Duration OWN_STREAM = Duration.ofSeconds(20);

    /** Before and after its clip a programme is on air as well: for the delay of the service, and for its end. */
    private static final Duration AROUND = Duration.ofSeconds(8);

    /** How long somebody is likely to need who only speaks to a service, or measures a start. */
    private static final Duration ERRAND = Duration.ofSeconds(5);

    /** The same for who measures times at a service: before the shortest programmes, which fill what is left beside him. */
    private static final Duration QUIET_TIME = Duration.ofSeconds(19);

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
    private final Semaphore preparing = new Semaphore(Runtime.getRuntime().availableProcessors());
    private final Map<Request, Long> onAir = new HashMap<>();
    private int live;
    private int preparations;
    private long requests;

    /** Before this, of {@link System#nanoTime()}, no further programme goes on air. */
    private long earliest = System.nanoTime();

    /** Somebody who wants to go on air; no length if he publishes nothing. */
    private record Request(int parts, Duration length, long number, CompletableFuture<Void> granted) {

        /** How long it is likely to take. */
        Duration likely() {
            return length.isZero() ? ERRAND : length.plus(AROUND);
        }
    }

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
        return onAir(streams * ECHOED, OWN_STREAM);
    }

    /** The same for a client that measures times at a service which needs much of the machine. */
    public Slot enterQuietly() throws InterruptedException {
        return onAir(QUIET, QUIET_TIME);
    }

    /** The same for a client that speaks to a service and needs little. */
    public Slot enterToSpeak() throws InterruptedException {
        return onAir(1, Duration.ZERO);
    }

    /** Does work that would disturb those on air, a piece for each core; until all is done nobody else goes on air. */
    void prepare(Runnable work) {
        synchronized (this) {
            preparations++;
        }
        preparing.acquireUninterruptibly();
        try {
            work.run();
        } finally {
            preparing.release();
            synchronized (this) {
                preparations--;
                grant();
            }
        }
    }

    private Slot onAir(int wanted, Duration length) throws InterruptedException {
        Request request = acquire(Math.min(wanted, all), length);
        count(1);
        return () -> {
            release(request);
            count(-1);
        };
    }

    /** Waits until nothing is on air, and keeps it so until the slot is closed. */
    public Slot enterAlone() throws InterruptedException {
        Request request = acquire(all, Duration.ZERO);
        return () -> release(request);
    }

    private Request acquire(int parts, Duration length) throws InterruptedException {
        Request request;
        synchronized (this) {
            request = new Request(parts, length, requests++, new CompletableFuture<>());
            waiting.add(request);
            waiting.sort(ORDER);
        }
        CompletableFuture.delayedExecutor(GATHER.toMillis(), TimeUnit.MILLISECONDS)
                .execute(this::grant);
        try {
            request.granted().get();
        } catch (ExecutionException e) {
            throw new IllegalStateException("a turn is only ever granted", e);
        }
        return request;
    }

    private synchronized void release(Request request) {
        onAir.remove(request);
        grant();
    }

    private synchronized void grant() {
        Optional<Integer> place = next();
        while (preparations == 0 && place.isPresent()) {
            long left = earliest - System.nanoTime();
            Request next = waiting.get(place.get());
            boolean publishes = !next.length().isZero();
            if (publishes && left > 0) {
                CompletableFuture.delayedExecutor(left, TimeUnit.NANOSECONDS).execute(this::grant);
                return;
            }
            waiting.remove(next);
            onAir.put(next, System.nanoTime() + next.likely().toNanos());
            earliest = publishes ? System.nanoTime() + APART.toNanos() : earliest;
            next.granted().complete(null);
            place = next();
        }
    }

    private Optional<Integer> next() {
        long now = System.nanoTime();
        return Timetable.next(
                all,
                onAir.entrySet().stream()
                        .map(one -> new Timetable.OnAir(one.getKey().parts(), Duration.ofNanos(one.getValue() - now)))
                        .toList(),
                waiting.stream()
                        .map(one -> new Timetable.Waiting(one.parts(), one.likely()))
                        .toList());
    }

    private synchronized void count(int more) {
        live += more;
        desk.live(live > 0);
    }

    /** A place on air. */
    public interface Slot extends AutoCloseable {
        @Override
        void close();
    }
}
