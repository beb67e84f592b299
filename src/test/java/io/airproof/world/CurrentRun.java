package io.airproof.world;

import io.airproof.exhibit.Exhibits;
import io.airproof.run.AcceptanceRun;
import io.airproof.run.Lazy;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.function.Consumer;

/** The run that this scenario belongs to. All scenarios of a JVM share one; it is made when the first asks for it. */
public final class CurrentRun {

    private static final Consumer<String> SAY = System.out::println;

    private static final Lazy<AcceptanceRun> RUN = new Lazy<>(CurrentRun::start);

    private static final AtomicBoolean BEGUN = new AtomicBoolean();

    /**
     * The run.
     *
     * @throws RuntimeException if it could not be started; each caller gets the same
     */
    public AcceptanceRun get() {
        return RUN.get();
    }

    /** Has the run made before a scenario asks for it; a failure is told to those who ask. Further calls do nothing. */
    public static void begin() {
        if (BEGUN.compareAndSet(false, true)) {
            CompletableFuture<AcceptanceRun> ignored = CompletableFuture.supplyAsync(RUN::get);
        }
    }

    /**
     * Ends the run if it was ever started, and has its programmes exhibited meanwhile; a trust run keeps it for the next
     * fault.
     */
    public static void close() {
        if (System.getProperty(AcceptanceRun.STAND_IN) == null) {
            CompletableFuture<Void> exhibited = RUN.ifMade()
                    .map(run -> new Exhibits(run.ffmpeg(), Exhibits.FOLDER, SAY)
                            .make(run.programmes().ended()))
                    .orElse(CompletableFuture.completedFuture(null));
            end();
            exhibited.join();
        }
    }

    /** Ends the run for good. */
    public static void end() {
        RUN.ifMade().ifPresent(AcceptanceRun::close);
    }

    private static AcceptanceRun start() {
        try {
            return AcceptanceRun.start(SAY);
        } catch (RuntimeException e) {
            throw e;
        } catch (Exception e) {
            throw new IllegalStateException("the run could not be started: " + e.getMessage(), e);
        }
    }
}
