package io.airproof.run;

import java.util.Optional;
import java.util.function.Supplier;

/**
 * A value made on first use, once, also when many scenarios ask at the same time. A failure is remembered and told to
 * every asker: nothing is tried twice behind a scenario's back.
 */
public final class Lazy<T> {
    private final Supplier<T> maker;
    private Optional<T> made = Optional.empty();
    private Optional<RuntimeException> failure = Optional.empty();

    public Lazy(Supplier<T> maker) {
        this.maker = maker;
    }

    /** The value, made now if it has not been. */
    public synchronized T get() {
        if (failure.isPresent()) {
            throw failure.get();
        }
        if (made.isEmpty()) {
            try {
                made = Optional.of(maker.get());
            } catch (RuntimeException e) {
                failure = Optional.of(e);
                throw e;
            }
        }
        return made.get();
    }

    /** The value if it has been made. */
    public synchronized Optional<T> ifMade() {
        return made;
    }
}
