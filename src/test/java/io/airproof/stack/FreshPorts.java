package io.airproof.stack;

import java.util.function.Supplier;

/** Starts on ports that were free when they were chosen; somebody else may take one before it is used. */
public final class FreshPorts {

    private static final int TRIES = 3;

    private FreshPorts() {}

    /**
     * Starts, on other ports when one was taken meanwhile.
     *
     * @param start chooses ports and starts; leaves nothing behind when it fails
     * @param again told before each further try
     * @throws StackStartException of the last try, or of the first that fails for another reason
     */
    public static <T> T start(Supplier<T> start, Runnable again) {
        for (int attempt = 1; ; attempt++) {
            try {
                return start.get();
            } catch (StackStartException e) {
                if (!e.portTaken() || attempt == TRIES) {
                    throw e;
                }
                again.run();
            }
        }
    }

    /** The same, without a word. */
    public static <T> T start(Supplier<T> start) {
        return start(start, () -> {});
    }
}
