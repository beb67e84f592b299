package io.airproof.driver.publish;

import java.util.concurrent.CompletableFuture;

/**
 * What a publication waits for before its content starts. A media server looks at the first seconds of a stream before
 * anybody can read it; a cued publication spends slate on that, so that nothing of the content is lost.
 */
public sealed interface Cue {

    /** No slate: the content starts at once. */
    record None() implements Cue {}

    /**
     * Slate first, and the content when the reader that matters is attached.
     *
     * @param attached completes when it is; an exceptional end stops the publication
     */
    record ReaderAttached(CompletableFuture<?> attached) implements Cue {}

    /** No slate: the content starts at once. */
    static Cue none() {
        return new None();
    }

    /** Slate first, and the content when this completes. */
    static Cue readerAttached(CompletableFuture<?> attached) {
        return new ReaderAttached(attached);
    }
}
