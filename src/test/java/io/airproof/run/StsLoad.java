package io.airproof.run;

import java.time.Duration;
import java.util.concurrent.locks.Condition;
import java.util.concurrent.locks.ReentrantLock;

/**
 * How many live programmes the dubbing STS serves. Programmes are live and never wait; work of the suite that is not
 * waits until the machine has a core to spare, so that it does not make a programme's results late.
 */
public final class StsLoad {

    /** Work waits for live programmes, and for other such work: a whole run long at most. */
    private static final Duration PATIENCE = Duration.ofMinutes(15);

    private final ReentrantLock lock = new ReentrantLock();
    private final Condition less = lock.newCondition();
    private int programmes;
    private boolean taken;

    /** A turn of work that is not live. */
    public interface Turn extends AutoCloseable {
        @Override
        void close();
    }

    /** A programme goes on air. */
    void enter() {
        lock.lock();
        try {
            programmes++;
        } finally {
            lock.unlock();
        }
    }

    /** A programme has ended. */
    void leave() {
        lock.lock();
        try {
            programmes--;
            less.signalAll();
        } finally {
            lock.unlock();
        }
    }

    /**
     * Returns when there is a core that no programme needs, and no other has its turn; closing the turn, which must be done
     * once, lets the next begin.
     *
     * @throws IllegalStateException if the programmes or the others go on longer than {@link #PATIENCE}
     */
    public Turn awaitTurn() throws InterruptedException {
        int cores = Runtime.getRuntime().availableProcessors();
        long left = PATIENCE.toNanos();
        lock.lockInterruptibly();
        try {
            while (taken || programmes >= cores) {
                if (left <= 0) {
                    throw new IllegalStateException(
                            "%d programmes and %d other work keep %d cores busy for more than %d s"
                                    .formatted(programmes, taken ? 1 : 0, cores, PATIENCE.toSeconds()));
                }
                left = less.awaitNanos(left);
            }
            taken = true;
        } finally {
            lock.unlock();
        }
        return this::endTurn;
    }

    private void endTurn() {
        lock.lock();
        try {
            taken = false;
            less.signalAll();
        } finally {
            lock.unlock();
        }
    }
}
