package io.airproof.stack.provision;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Executor;
import java.util.function.Supplier;

/**
 * Has every tool in place before anything starts.
 *
 * <p>Each tool is looked for in this order: the path given ({@code MEDIAMTX_BIN}, {@code MTX_HOOK_BIN},
 * {@code FFMPEG_BIN}, {@code FFPROBE_BIN}, {@code FLITE_BIN}, {@code ESPEAK_NG_BIN}, {@code APERTIUM_BIN}, as
 * environment variable or system property), PATH, the cache folder ({@code AIRPROOF_CACHE}), the package manager where
 * that needs no password, a build from the package registry. ffmpeg and ffprobe are not taken from PATH but out of the
 * jar on the class path.
 */
public final class Provisioner {

    private final Host host;

    Provisioner(Host host) {
        this.host = host;
    }

    /** For this machine, with the settings of this process. */
    public static Provisioner standard() {
        return new Provisioner(Host.current());
    }

    /**
     * All tools, found or fetched; the independent ones side by side. About 50 ms when all are there.
     *
     * @throws MissingToolsException naming every tool that could not be had, with the fix
     */
    public Toolbox provision(Progress progress) {
        ToolCache cache = new ToolCache(host.cacheDir(), progress);
        List<MissingTool> missing = Collections.synchronizedList(new ArrayList<>());
        CompletableFuture<Optional<SpeechTools.Found>> speech =
                start("speech", () -> new SpeechTools(host, progress).provide(missing));
        CompletableFuture<Optional<MediaMtxTools.Pair>> server =
                start("mediamtx", () -> attempt(missing, () -> new MediaMtxTools(host, cache, progress).provide()));
        CompletableFuture<Optional<FfmpegTools.Pair>> ffmpeg = start(
                "ffmpeg", () -> attempt(missing, () -> new FfmpegTools(host, cache, progress).provide(speech::join)));
        CompletableFuture.allOf(speech, server, ffmpeg).join();
        if (!missing.isEmpty()) {
            throw new MissingToolsException(missing);
        }
        SpeechTools.Found voices = speech.join().orElseThrow();
        MediaMtxTools.Pair mediamtx = server.join().orElseThrow();
        FfmpegTools.Pair pair = ffmpeg.join().orElseThrow();
        return new Toolbox(
                pair.ffmpeg(),
                pair.ffprobe(),
                mediamtx.mediamtx(),
                mediamtx.mtxHook(),
                voices.flite(),
                voices.espeakNg(),
                voices.apertium(),
                voices.apertiumModes(),
                host.cacheDir());
    }

    private static <T> Optional<T> attempt(List<MissingTool> missing, Supplier<T> way) {
        try {
            return Optional.of(way.get());
        } catch (UnavailableException e) {
            missing.add(e.tool());
            return Optional.empty();
        }
    }

    private static <T> CompletableFuture<T> start(String name, Supplier<T> work) {
        Executor thread = task -> {
            Thread worker = new Thread(task, "provision-" + name);
            worker.setDaemon(true);
            worker.start();
        };
        return CompletableFuture.supplyAsync(work, thread);
    }
}
