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

    private static final Lazy<Exhibits> EXHIBITS = new Lazy<>(CurrentRun::exhibit);

    private static final AtomicBoolean BEGUN = new AtomicBoolean();

    /**
     * The run.
     *
     * @throws RuntimeException if it could not be started; each caller gets the same
     */
    public AcceptanceRun get() {
        return RUN.get();
    }

    /**
     * Has the run made before a scenario asks for it, and its programmes exhibited; a failure is told to those who ask.
     * Further calls do nothing.
     */
    public static void begin() {
        if (BEGUN.compareAndSet(false, true)) {
            CompletableFuture<Exhibits> ignored =
                    CompletableFuture.supplyAsync(EXHIBITS::get, CurrentRun::onItsOwnThread);
        }
    }

    /** Ends the run if it was ever started, and waits for its exhibits; a trust run keeps it for the next fault. */
    public static void close() {
        if (System.getProperty(AcceptanceRun.STAND_IN) == null) {
            end();
            EXHIBITS.ifMade().ifPresent(Exhibits::finish);
        }
    }

    /** Ends the run for good. */
    public static void end() {
        RUN.ifMade().ifPresent(AcceptanceRun::close);
    }

    /** It blocks for seconds, which no shared thread should. */
    private static void onItsOwnThread(Runnable task) {
        Thread thread = new Thread(task, "run-start");
        thread.setDaemon(true);
        thread.start();
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

    private static Exhibits exhibit() {
        AcceptanceRun run = RUN.get();
        Exhibits exhibits = new Exhibits(run.ffmpeg(), Exhibits.FOLDER, run.desk(), SAY);
        run.programmes().whenEnded(exhibits::add);
        return exhibits;
    }
}
