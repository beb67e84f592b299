package io.airproof.stack.provision;

import io.airproof.process.CommandRunner;
import io.airproof.process.CommandSpec;
import io.airproof.process.Outcome;
import java.io.IOException;
import java.nio.file.FileVisitResult;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.SimpleFileVisitor;
import java.nio.file.StandardCopyOption;
import java.nio.file.attribute.BasicFileAttributes;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * Builds the programs of the Go module. The recipe in words: copy the module, vendor it, write the two files that the
 * release process of MediaMTX would generate, build.
 */
final class GoBuild {

    private static final Duration QUESTION = Duration.ofSeconds(20);
    private static final Duration VENDOR = Duration.ofMinutes(5);
    private static final Duration BUILD = Duration.ofMinutes(15);
    private static final String SERVER = "github.com/bluenviron/mediamtx";
    private static final Map<String, String> STATIC = Map.of("CGO_ENABLED", "0");

    private final Host host;
    private final Path module;
    private final Progress progress;

    GoBuild(Host host, Path module, Progress progress) {
        this.host = host;
        this.module = module;
        this.progress = progress;
    }

    /** Names what is built so that another source, version or platform has another name. */
    String key(String program) {
        try {
            MessageDigest digest = MessageDigest.getInstance("SHA-256");
            String sources = program.equals("mediamtx") ? "go\\.(mod|sum)" : ".*\\.go|go\\.mod";
            List<Path> files = sources().stream()
                    .filter(file -> file.getFileName().toString().matches(sources))
                    .toList();
            for (Path file : files) {
                digest.update(Files.readAllBytes(file));
            }
            String hash = HexFormat.of().formatHex(digest.digest(), 0, 4);
            String version = program.equals("mediamtx") ? "-" + version() : "";
            return program + version + "-" + host.javacppPlatform() + "-" + hash;
        } catch (IOException | NoSuchAlgorithmException e) {
            throw unavailable(program, "the sources in " + module + " cannot be read: " + e, "restore them with git");
        }
    }

    /** Makes the media server. */
    void mediamtx(Path target, Path workshop) throws IOException {
        Path go = go("mediamtx");
        progress.say(
                "building MediaMTX " + version() + " from the Go module registry, 2 to 3 minutes the first time …");
        Path source = workshop.resolve("module");
        copyModule(source);
        if (!Files.exists(source.resolve("vendored"))) {
            // -e: the two files written below are missing at this point, which is reported but does no harm.
            Outcome vendor = run(go, source, VENDOR, "mod", "vendor", "-e");
            Path core = source.resolve("vendor").resolve(SERVER).resolve("internal/core");
            if (!vendor.ok() || !Files.isDirectory(core)) {
                throw failed("mediamtx", "its sources could not be fetched", vendor);
            }
            Files.writeString(core.resolve("VERSION"), version());
            Files.writeString(
                    core.resolveSibling("servers").resolve("hls/hls.min.js"),
                    "// the player of HLS is not part of this build\n");
            Files.writeString(source.resolve("vendored"), "");
        }
        build(go, source, SERVER, target.resolve("mediamtx"));
        Outcome proof = CommandRunner.run(
                CommandSpec.of("mediamtx", target.resolve("mediamtx").toString(), "--version"), QUESTION);
        if (!proof.stdout().strip().equals(version())) {
            throw failed("mediamtx", "what was built does not run", proof);
        }
    }

    /** Makes the hook, which needs nothing but the standard library. */
    void mtxHook(Path target, Path workshop) throws IOException {
        Path go = go("mtx-hook");
        progress.say("building mtx-hook");
        Path source = workshop.resolve("module");
        copyModule(source);
        Files.writeString(source.resolve("go.mod"), "module airproof/mediamtx\n\ngo " + neededGo() + "\n");
        build(go, source, "./cmd/mtx-hook", target.resolve("mtx-hook"));
    }

    /** All files of the module, in order; a vendor folder left by somebody's own build is none of them. */
    private List<Path> sources() throws IOException {
        List<Path> files = new ArrayList<>();
        Files.walkFileTree(module, new SimpleFileVisitor<>() {
            @Override
            public FileVisitResult preVisitDirectory(Path folder, BasicFileAttributes attributes) {
                return folder.endsWith("vendor") ? FileVisitResult.SKIP_SUBTREE : FileVisitResult.CONTINUE;
            }

            @Override
            public FileVisitResult visitFile(Path file, BasicFileAttributes attributes) {
                files.add(file);
                return FileVisitResult.CONTINUE;
            }
        });
        return files.stream().sorted().toList();
    }

    private void copyModule(Path to) throws IOException {
        for (Path file : sources()) {
            Path copy = to.resolve(module.relativize(file)).normalize();
            Files.createDirectories(copy.getParent());
            Files.copy(file, copy, StandardCopyOption.REPLACE_EXISTING);
        }
    }

    private void build(Path go, Path source, String what, Path program) {
        Outcome build = run(go, source, BUILD, "build", "-trimpath", "-ldflags=-s -w", "-o", program.toString(), what);
        if (!build.ok()) {
            throw failed(program.getFileName().toString(), "the build failed", build);
        }
    }

    private static Outcome run(Path go, Path dir, Duration limit, String... arguments) {
        List<String> command =
                Stream.concat(Stream.of(go.toString()), Stream.of(arguments)).toList();
        return CommandRunner.run(new CommandSpec("go", command, STATIC, Optional.of(dir)), limit);
    }

    /** The Go compiler, new enough. */
    private Path go(String program) {
        String needed = neededGo();
        Path go = host.onPath("go")
                .or(() -> Optional.of(Path.of("/usr/local/go/bin/go")).filter(Files::isExecutable))
                .orElseThrow(() -> unavailable(
                        program, "neither the program nor Go " + needed + " to build it was found", installGo(needed)));
        Outcome version = CommandRunner.run(CommandSpec.of("go", go.toString(), "version"), QUESTION);
        Matcher found = Pattern.compile("go(\\d+)\\.(\\d+)").matcher(version.stdout());
        Matcher wanted = Pattern.compile("(\\d+)\\.(\\d+)").matcher(needed);
        if (!found.find() || !wanted.find() || number(found) < number(wanted)) {
            throw unavailable(
                    program,
                    go + " is " + version.lastWords(1) + ", the build needs Go " + needed + " or later",
                    installGo(needed));
        }
        return go;
    }

    private static int number(Matcher version) {
        return Integer.parseInt(version.group(1)) * 1000 + Integer.parseInt(version.group(2));
    }

    private String installGo(String needed) {
        return (host.isMac() ? "brew install go" : "install Go " + needed + " or later and put it on PATH")
                + ", or set MEDIAMTX_BIN and MTX_HOOK_BIN";
    }

    private String neededGo() {
        return fromGoMod("(?m)^go (\\S+)");
    }

    private String version() {
        return fromGoMod(Pattern.quote(SERVER) + " (v\\S+)");
    }

    private String fromGoMod(String pattern) {
        try {
            Matcher matcher = Pattern.compile(pattern).matcher(Files.readString(module.resolve("go.mod")));
            if (matcher.find()) {
                return matcher.group(1);
            }
            throw unavailable("mediamtx", module + "/go.mod has no line like " + pattern, "restore it with git");
        } catch (IOException e) {
            throw unavailable("mediamtx", module + "/go.mod cannot be read: " + e, "restore it with git");
        }
    }

    private static UnavailableException failed(String program, String what, Outcome outcome) {
        String words = outcome.stderr() + outcome.stdout();
        String reason = outcome.exitCode() == Outcome.TIMED_OUT ? "it took too long" : outcome.lastWords(3);
        String fix = "run again: what was fetched is kept";
        if (words.contains("no space left")) {
            fix = "make room: the build needs 2 GB in the cache folder, in GOCACHE and in GOMODCACHE";
        } else if (words.matches("(?s).*(dial tcp|no such host|i/o timeout|connection refused|proxyconnect).*")) {
            fix = "the network is needed once: check the connection and GOPROXY, or set MEDIAMTX_BIN to a "
                    + "MediaMTX of the same version";
        }
        return unavailable(program, what + ": " + reason, fix);
    }

    private static UnavailableException unavailable(String name, String reason, String fix) {
        return new UnavailableException(name, reason, fix);
    }
}
