package io.airproof.run;

import java.util.List;
import java.util.concurrent.Semaphore;
import java.util.concurrent.atomic.AtomicInteger;

/**
 * How many programmes are on air at once: as many as the machine carries without making any of them late, since what is
 * measured must be the service's doing. Others wait their turn, in order.
 */
public final class AirTime {

    /** Measured on two cores: with two dubbed programmes and one echoed nobody waits; with one more some pictures do. */
    private static final double SHARES_PER_CORE = 2.5;

    private static final int DUBBED = 2;
    private static final int ECHOED = 1;

    private final Semaphore shares = new Semaphore(
            (int) (SHARES_PER_CORE * Math.max(2, Runtime.getRuntime().availableProcessors())), true);
    private final int all = shares.availablePermits();
    private final AtomicInteger onAir = new AtomicInteger();
    private final Desk desk;

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
        return enter(programmes.stream()
                .mapToInt(programme -> programme.sts() == StsProfile.DUBBING ? DUBBED : ECHOED)
                .sum());
    }

    /**
     * The same for streams of a scenario's own.
     *
     * @param wanted one share for each stream that is echoed, and one for each further media-service
     */
    public Slot enter(int wanted) throws InterruptedException {
        int needed = Math.min(wanted, all);
        shares.acquire(needed);
        desk.live(onAir.incrementAndGet() > 0);
        return () -> {
            shares.release(needed);
            desk.live(onAir.decrementAndGet() > 0);
        };
    }

    /** Waits until nothing is on air, and keeps it so until the slot is closed. */
    Slot enterAlone() throws InterruptedException {
        shares.acquire(all);
        return () -> shares.release(all);
    }

    /** A place on air. */
    public interface Slot extends AutoCloseable {
        @Override
        void close();
    }
}
