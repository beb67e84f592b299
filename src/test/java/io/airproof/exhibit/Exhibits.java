package io.airproof.exhibit;

import io.airproof.driver.ffmpeg.Ffmpeg;
import io.airproof.run.AnalysedBroadcast;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.function.Consumer;

/** Makes the exhibits of a run when nothing is on air any more: a folder for each programme. */
public final class Exhibits {
    /** Where the report looks for them. */
    public static final Path FOLDER = Path.of("reports", "evidence");

    private final Ffmpeg ffmpeg;
    private final Path folder;
    private final Consumer<String> say;

    /**
     * @param ffmpeg the tools
     * @param folder where they go
     * @param say where it is said that one could not be made
     */
    public Exhibits(Ffmpeg ffmpeg, Path folder, Consumer<String> say) {
        this.ffmpeg = ffmpeg;
        this.folder = folder;
        this.say = say;
    }

    /** Makes them on the processors there are. One that fails takes nothing from the others, nor from a verdict. */
    public CompletableFuture<Void> make(List<AnalysedBroadcast> programmes) {
        ExecutorService makers =
                Executors.newFixedThreadPool(Runtime.getRuntime().availableProcessors());
        CompletableFuture<?>[] all = programmes.stream()
                .map(one -> CompletableFuture.runAsync(() -> make(one), makers))
                .toArray(CompletableFuture<?>[]::new);
        makers.shutdown();
        return CompletableFuture.allOf(all);
    }

    private void make(AnalysedBroadcast one) {
        try {
            new ExhibitMaker(one, folder, ffmpeg).make();
        } catch (RuntimeException e) {
            say.accept("no exhibit of the " + one.broadcast().programme().label() + ": " + e.getMessage());
        }
    }
}
