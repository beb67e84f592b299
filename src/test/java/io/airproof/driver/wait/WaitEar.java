package io.airproof.driver.wait;

import java.util.Optional;
import java.util.function.Consumer;

/**
 * Hears of every wait that ends in the thread that it was opened in, however deep below a step the wait is, so that it
 * becomes evidence without each caller handing its timeline on. Closed in the same thread.
 */
public final class WaitEar implements AutoCloseable {
    private static final ThreadLocal<Optional<Consumer<WaitTimeline>>> OF_THREAD =
            ThreadLocal.withInitial(Optional::empty);

    private WaitEar() {}

    /** Tells this listener from now on, and nobody who listened in this thread before. */
    public static WaitEar open(Consumer<WaitTimeline> listener) {
        OF_THREAD.set(Optional.of(listener));
        return new WaitEar();
    }

    static void tell(WaitTimeline timeline) {
        OF_THREAD.get().ifPresent(listener -> listener.accept(timeline));
    }

    @Override
    public void close() {
        OF_THREAD.remove();
    }
}
