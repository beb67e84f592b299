package io.airproof.measure;

import java.util.Optional;
import java.util.function.Function;

/**
 * The outcome of a measurement: a value, or the reason why there is none. "Could not measure" differs from "measured and
 * bad", and whoever asks has to say what happens then.
 */
public sealed interface Reading<T> permits Measured, Unmeasurable {

    static <T> Reading<T> measured(T value) {
        return new Measured<>(value);
    }

    static <T> Reading<T> unmeasurable(String reason) {
        return new Unmeasurable<>(reason);
    }

    /** The value changed by a function that always succeeds. */
    default <R> Reading<R> map(Function<? super T, ? extends R> change) {
        return flatMap(value -> measured(change.apply(value)));
    }

    /** The reading made from the value; the first reason stays. */
    default <R> Reading<R> flatMap(Function<? super T, Reading<R>> next) {
        if (this instanceof Measured<T> measured) {
            return next.apply(measured.value());
        }
        return unmeasurable(((Unmeasurable<T>) this).reason());
    }

    /** The same reading with words before the reason, which say what was looked at. */
    default Reading<T> named(String what) {
        return this instanceof Unmeasurable<T> none ? unmeasurable(what + ": " + none.reason()) : this;
    }

    /** The value; empty when there is none. The reason gets lost, so prefer {@link #orElseThrow(Function)}. */
    default Optional<T> toOptional() {
        return this instanceof Measured<T> measured ? Optional.of(measured.value()) : Optional.empty();
    }

    /** The value, or the exception made from the reason. */
    default <X extends RuntimeException> T orElseThrow(Function<String, X> failure) {
        if (this instanceof Measured<T> measured) {
            return measured.value();
        }
        throw failure.apply(((Unmeasurable<T>) this).reason());
    }

    /** The value, or an {@link IllegalStateException} with the reason. */
    default T orElseThrow() {
        return orElseThrow(reason -> new IllegalStateException("could not be measured: " + reason));
    }
}
