package io.airproof.stack.provision;

import io.airproof.process.CommandRunner;
import io.airproof.process.CommandSpec;
import io.airproof.process.Outcome;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Optional;

/** The media server and its hook: given, on PATH, cached, or built with Go from the project's own module. */
final class MediaMtxTools {

    /** Where the module is in the project. */
    static final String MODULE = "compose/media/mediamtx";

    /** A server found on PATH must be of this line: settings and API names differ between lines. */
    private static final String LINE = "v1.20.";

    private static final Duration QUESTION = Duration.ofSeconds(5);

    private final Host host;
    private final ToolCache cache;
    private final Progress progress;

    MediaMtxTools(Host host, ToolCache cache, Progress progress) {
        this.host = host;
        this.cache = cache;
        this.progress = progress;
    }

    /** Both programs. */
    record Pair(Path mediamtx, Path mtxHook) {}

    Pair provide() {
        Optional<Path> mediamtx = host.given("MEDIAMTX_BIN").or(this::serverOnPath);
        Optional<Path> mtxHook = host.given("MTX_HOOK_BIN").or(() -> host.onPath("mtx-hook"));
        GoBuild build = new GoBuild(host, host.projectFolder(MODULE), progress);
        Path server = mediamtx.orElseGet(
                () -> cache.entry(build.key("mediamtx"), build::mediamtx).resolve("mediamtx"));
        Path hook = mtxHook.orElseGet(
                () -> cache.entry(build.key("mtx-hook"), build::mtxHook).resolve("mtx-hook"));
        return new Pair(server, hook);
    }

    private Optional<Path> serverOnPath() {
        return host.onPath("mediamtx").filter(this::isOfTheLine);
    }

    private boolean isOfTheLine(Path mediamtx) {
        Outcome version = CommandRunner.run(CommandSpec.of("mediamtx", mediamtx.toString(), "--version"), QUESTION);
        if (version.stdout().strip().startsWith(LINE)) {
            return true;
        }
        progress.say(
                "passing over " + mediamtx + ": it is version " + version.lastWords(1) + ", needed is " + LINE + "x");
        return false;
    }
}
