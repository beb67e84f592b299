package io.airproof.driver.ffmpeg;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.attribute.PosixFilePermissions;
import org.bytedeco.javacpp.Loader;

/** The programs that come with the libraries of the project; for tests of single classes, which provision nothing. */
public final class BundledFfmpeg {

    private BundledFfmpeg() {}

    /** Unpacks the programs where they are not unpacked yet, and makes them find their libraries. */
    public static Ffmpeg get() {
        Path ffmpeg = Path.of(Loader.load(org.bytedeco.ffmpeg.ffmpeg.class));
        Path ffprobe = Path.of(Loader.load(org.bytedeco.ffmpeg.ffprobe.class));
        try {
            // Both are unpacked without the version in their names that the programs ask for.
            link(ffmpeg.resolveSibling("libva.so.2"), Path.of("libva.so"));
            link(ffmpeg.resolveSibling("libva-drm.so.2"), Path.of("libva-drm.so"));
            return new Ffmpeg(launcher(ffmpeg), launcher(ffprobe));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static void link(Path link, Path target) throws IOException {
        if (Files.exists(link)) {
            return;
        }
        try {
            Files.createSymbolicLink(link, target);
        } catch (FileAlreadyExistsException e) {
            // another test made it meanwhile
        }
    }

    /** A script that starts a program with its own folder as library folder. */
    private static Path launcher(Path program) throws IOException {
        Path folder = Path.of(program.toString()).toAbsolutePath().resolveSibling("");
        Path script = Path.of(program + "-launcher");
        if (Files.exists(script)) {
            return script;
        }
        Path unfinished = Files.createTempFile(folder, "launcher", "");
        Files.writeString(unfinished, "#!/bin/sh\nLD_LIBRARY_PATH='%s' exec '%s' \"$@\"\n".formatted(folder, program));
        Files.setPosixFilePermissions(unfinished, PosixFilePermissions.fromString("rwxr-xr-x"));
        return Files.move(unfinished, script, StandardCopyOption.ATOMIC_MOVE);
    }
}
