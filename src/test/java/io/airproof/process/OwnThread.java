package io.airproof.process;

import java.util.Collection;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.function.Consumer;
import java.util.function.Supplier;

/** Work that waits, on daemon threads of its own: the common pool has one thread on two cores. */
public final class OwnThread {

    private OwnThread() {}

    /** Does it in the background. */
    public static <T> CompletableFuture<T> start(Supplier<T> work) {
        return CompletableFuture.supplyAsync(work, OwnThread::run);
    }

    /** Does it for all of them at once, and returns when all are done; fails with the first failure then. */
    public static <T> void forAll(Collection<T> all, Consumer<T> work) {
        List<CompletableFuture<Void>> done = all.stream()
                .map(one -> CompletableFuture.runAsync(() -> work.accept(one), OwnThread::run))
                .toList();
        CompletableFuture.allOf(done.toArray(CompletableFuture[]::new)).join();
    }

    private static void run(Runnable task) {
        Thread thread = new Thread(task, "own-thread");
        thread.setDaemon(true);
        thread.start();
    }
}
