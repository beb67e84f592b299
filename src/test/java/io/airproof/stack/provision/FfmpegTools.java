package io.airproof.stack.provision;

import io.airproof.process.CommandRunner;
import io.airproof.process.CommandSpec;
import io.airproof.process.Outcome;
import java.io.IOException;
import java.io.InputStream;
import java.net.JarURLConnection;
import java.net.URL;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.jar.JarEntry;
import java.util.jar.JarFile;

/**
 * ffmpeg and ffprobe out of the jar on the class path.
 *
 * <p>The jar comes before PATH on purpose: fixtures are the same on every machine only if the encoder is.
 */
final class FfmpegTools {

    private static final Duration TIME_TO_ANSWER = Duration.ofSeconds(20);

    /** The jar's libva carries no version in its name, but its other libraries ask for it with one. */
    private static final List<String> LIBVA = List.of("libva.so", "libva-drm.so");

    /** The programs find their libraries beside them, but not what those libraries need in turn. */
    private static final String LAUNCHER = """
            #!/bin/sh
            lib="${0%%/*}/lib"
            export LD_LIBRARY_PATH="$lib${LD_LIBRARY_PATH:+:$LD_LIBRARY_PATH}"
            exec "$lib/%s" "$@"
            """;

    private final Host host;
    private final ToolCache cache;
    private final Progress progress;

    FfmpegTools(Host host, ToolCache cache, Progress progress) {
        this.host = host;
        this.cache = cache;
        this.progress = progress;
    }

    /** The programs given by the user, where both are. */
    record Pair(Path ffmpeg, Path ffprobe) {}

    /**
     * Finds or unpacks both.
     *
     * @param librariesInstalled blocks until the package manager has done its part
     */
    Pair provide(Runnable librariesInstalled) {
        Optional<Path> ffmpeg = host.given("FFMPEG_BIN");
        Optional<Path> ffprobe = host.given("FFPROBE_BIN");
        if (ffmpeg.isPresent() && ffprobe.isPresent()) {
            return new Pair(ffmpeg.get(), ffprobe.get());
        }
        Path home = unpacked(librariesInstalled);
        return new Pair(ffmpeg.orElse(home.resolve("ffmpeg")), ffprobe.orElse(home.resolve("ffprobe")));
    }

    private Path unpacked(Runnable librariesInstalled) {
        String folder = "org/bytedeco/ffmpeg/" + host.javacppPlatform() + "-gpl/";
        URL program = FfmpegTools.class.getClassLoader().getResource(folder + "ffmpeg");
        if (program == null) {
            throw new UnavailableException(
                    "ffmpeg",
                    "no jar on the class path has " + folder + "ffmpeg",
                    "run Maven with -Dffmpeg.platform=" + host.javacppPlatform()
                            + ", or set FFMPEG_BIN and FFPROBE_BIN to programs of version 7");
        }
        try {
            JarURLConnection connection = (JarURLConnection) program.openConnection();
            connection.setUseCaches(false);
            try (JarFile jar = connection.getJarFile()) {
                String key = Path.of(jar.getName()).getFileName().toString().replaceFirst("\\.jar$", "");
                return cache.entry(key, (target, workshop) -> {
                    progress.say("unpacking " + key);
                    unpack(jar, folder, target);
                    librariesInstalled.run();
                    prove(target.resolve("ffmpeg"));
                });
            }
        } catch (IOException e) {
            throw new UnavailableException(
                    "ffmpeg",
                    "its jar cannot be read: " + e,
                    "delete it from the local Maven repository and run again");
        }
    }

    private static void unpack(JarFile jar, String folder, Path target) throws IOException {
        Path lib = Files.createDirectories(target.resolve("lib"));
        List<JarEntry> entries = new ArrayList<>(jar.stream()
                .filter(entry -> !entry.isDirectory() && entry.getName().startsWith(folder))
                .filter(entry -> !entry.getName().contains("libjni"))
                .toList());
        for (JarEntry entry : entries) {
            try (InputStream in = jar.getInputStream(entry)) {
                Files.copy(in, lib.resolve(entry.getName().substring(folder.length())));
            }
        }
        for (String name : LIBVA) {
            if (Files.exists(lib.resolve(name))) {
                Files.createSymbolicLink(lib.resolve(name + ".2"), Path.of(name));
            }
        }
        for (String name : List.of("ffmpeg", "ffprobe")) {
            Path launcher = Files.writeString(target.resolve(name), LAUNCHER.formatted(name));
            for (Path program : List.of(launcher, lib.resolve(name))) {
                if (!program.toFile().setExecutable(true)) {
                    throw new IOException("cannot make " + program + " executable");
                }
            }
        }
    }

    private static void prove(Path ffmpeg) {
        Outcome outcome = CommandRunner.run(CommandSpec.of("ffmpeg", ffmpeg.toString(), "-version"), TIME_TO_ANSWER);
        if (!outcome.ok()) {
            boolean library = outcome.stderr().contains("shared libraries");
            String fix = library
                    ? "sudo apt-get install -y --no-install-recommends libxcb1 libxcb-shm0 libasound2 libpulse0"
                    : "set FFMPEG_BIN and FFPROBE_BIN to programs of version 7";
            throw new UnavailableException("ffmpeg", "it does not run: " + outcome.lastWords(1), fix);
        }
    }
}
