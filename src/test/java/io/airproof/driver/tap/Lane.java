package io.airproof.driver.tap;

import java.io.IOException;
import java.time.Duration;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.Optional;
import java.util.concurrent.locks.Condition;
import java.util.concurrent.locks.ReentrantLock;

/**
 * The way to one receiver: messages leave in the order in which they were put, each when it is due, so one that is late
 * holds up those behind it.
 */
final class Lane {

    /** A sender that is this many messages ahead of its receiver waits, as it would on a direct line. */
    static final int MAX_WAITING = 1024;

    private final ReentrantLock lock = new ReentrantLock();
    private final Condition changed = lock.newCondition();
    private final Deque<Parcel> waiting = new ArrayDeque<>();
    private boolean ended;
    private boolean stopped;

    /** Hands a message to the receiver. */
    @FunctionalInterface
    interface Delivery {
        void deliver(Parcel parcel) throws IOException;
    }

    /** Adds a message at the end; does nothing on a lane that was ended or stopped. Waits while the lane is full. */
    void put(Parcel parcel) {
        lock.lock();
        try {
            while (waiting.size() >= MAX_WAITING && !ended && !stopped) {
                changed.awaitUninterruptibly();
            }
            if (!ended && !stopped) {
                waiting.add(parcel);
                changed.signalAll();
            }
        } finally {
            lock.unlock();
        }
    }

    /** Nothing is added any more; what waits is still delivered. */
    void end() {
        lock.lock();
        try {
            ended = true;
            changed.signalAll();
        } finally {
            lock.unlock();
        }
    }

    /** Nothing is delivered any more. */
    void stop() {
        lock.lock();
        try {
            stopped = true;
            waiting.clear();
            changed.signalAll();
        } finally {
            lock.unlock();
        }
    }

    /**
     * Delivers until the lane is ended and empty, or stopped.
     *
     * @return true if everything was delivered, false if the lane was stopped
     * @throws IOException from the delivery
     */
    boolean drain(Delivery delivery) throws IOException {
        Optional<Parcel> next = next();
        while (next.isPresent()) {
            delivery.deliver(next.get());
            next = next();
        }
        lock.lock();
        try {
            return !stopped;
        } finally {
            lock.unlock();
        }
    }

    private Optional<Parcel> next() {
        lock.lock();
        try {
            while (!stopped && !(ended && waiting.isEmpty())) {
                Duration left =
                        waiting.isEmpty() ? Duration.ZERO : waiting.getFirst().left();
                if (waiting.isEmpty()) {
                    changed.awaitUninterruptibly();
                } else if (left.isNegative() || left.isZero()) {
                    changed.signalAll();
                    return Optional.of(waiting.removeFirst());
                } else {
                    awaitAtMost(left);
                }
            }
            return Optional.empty();
        } finally {
            lock.unlock();
        }
    }

    @SuppressWarnings("WaitNotInLoop") // the loop is in next()
    private void awaitAtMost(Duration left) {
        try {
            long ignored = changed.awaitNanos(left.toNanos());
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            stop();
        }
    }
}
