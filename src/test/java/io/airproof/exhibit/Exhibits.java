package io.airproof.exhibit;

import io.airproof.driver.ffmpeg.Ffmpeg;
import io.airproof.run.AnalysedBroadcast;
import io.airproof.run.Desk;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.function.Consumer;

/**
 * Makes the exhibits of a run, a folder for each programme, while others are on air: at the desk, so that none of those is
 * late for it.
 */
public final class Exhibits {
    /** Where the report looks for them. */
    public static final Path FOLDER = Path.of("reports", "evidence");

    private final Ffmpeg ffmpeg;
    private final Path folder;
    private final Desk desk;
    private final Consumer<String> say;
    private final List<CompletableFuture<Void>> all = new CopyOnWriteArrayList<>();
    private final ExecutorService makers =
            Executors.newFixedThreadPool(Runtime.getRuntime().availableProcessors(), task -> {
                Thread thread = new Thread(task, "exhibits");
                thread.setDaemon(true);
                return thread;
            });

    /**
     * @param ffmpeg the tools
     * @param folder where they go
     * @param desk where there is room for such work
     * @param say where it is said that one could not be made
     */
    public Exhibits(Ffmpeg ffmpeg, Path folder, Desk desk, Consumer<String> say) {
        this.ffmpeg = ffmpeg;
        this.folder = folder;
        this.desk = desk;
        this.say = say;
    }

    /** Makes the exhibit of a programme that has ended, in its turn. */
    public void add(AnalysedBroadcast programme) {
        all.add(CompletableFuture.runAsync(() -> make(programme), makers));
    }

    /** Waits for all that were added. One that fails takes nothing from the others, nor from a verdict. */
    public void finish() {
        makers.shutdown();
        CompletableFuture.allOf(all.toArray(CompletableFuture[]::new)).join();
    }

    private void make(AnalysedBroadcast one) {
        try (Desk.Seat seat = desk.take()) {
            new ExhibitMaker(one, folder, ffmpeg).make();
        } catch (RuntimeException e) {
            say.accept("no exhibit of the " + one.broadcast().programme().label() + ": " + e.getMessage());
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}
