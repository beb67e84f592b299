package io.airproof.run;

import io.airproof.process.Background;
import java.util.concurrent.locks.Condition;
import java.util.concurrent.locks.ReentrantLock;

/**
 * Where scenarios measure what was recorded. While programmes are on air a core is left to them: a measurement that makes
 * a live programme late would measure itself. Safe to use from several threads.
 */
public final class Desk {

    private final int cores = Runtime.getRuntime().availableProcessors();
    private final ReentrantLock lock = new ReentrantLock(true);
    private final Condition room = lock.newCondition();
    private boolean live;
    private int busy;

    /** A seat at the desk. */
    public interface Seat extends AutoCloseable {
        @Override
        void close();
    }

    /** Waits for a seat; closing it, which must be done once, makes room for the next. */
    public Seat take() throws InterruptedException {
        Background.thisThread();
        lock.lockInterruptibly();
        try {
            while (busy >= seats()) {
                room.await();
            }
            busy++;
        } finally {
            lock.unlock();
        }
        return this::leave;
    }

    private void leave() {
        lock.lock();
        try {
            busy--;
            room.signal();
        } finally {
            lock.unlock();
        }
    }

    /** Whether programmes are on air from now on. */
    void live(boolean now) {
        lock.lock();
        try {
            live = now;
            room.signalAll();
        } finally {
            lock.unlock();
        }
    }

    private int seats() {
        return live ? Math.max(1, cores - 1) : cores;
    }
}
