package io.airproof.stack.provision;

import java.io.File;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * The machine as the provisioner sees it.
 *
 * @param settings environment variables, and system properties of the same names, which win
 * @param os the operating system as Java names it, in lower case
 * @param arch the processor as Java names it
 * @param workingDir where the suite runs; the project is here or above
 */
record Host(Map<String, String> settings, String os, String arch, Path workingDir) {

    /** This machine, this process. */
    static Host current() {
        Map<String, String> settings = new HashMap<>(System.getenv());
        System.getProperties().stringPropertyNames().stream()
                .filter(name -> name.endsWith("_BIN") || name.startsWith("AIRPROOF_"))
                .forEach(name -> settings.put(name, System.getProperty(name)));
        return new Host(
                Map.copyOf(settings),
                System.getProperty("os.name", "").toLowerCase(Locale.ROOT),
                System.getProperty("os.arch", ""),
                Path.of("").toAbsolutePath());
    }

    Optional<String> setting(String name) {
        return Optional.ofNullable(settings.get(name)).filter(value -> !value.isBlank());
    }

    /** The tool at the path that the variable gives; a path that leads nowhere is the user's mistake, and said. */
    Optional<Path> given(String variable) {
        Optional<Path> path = setting(variable).map(Path::of);
        path.filter(file -> !isProgram(file)).ifPresent(file -> {
            throw new UnavailableException(
                    variable,
                    "it names " + file + ", which is not an executable file",
                    "correct " + variable + ", or unset it to let the suite look elsewhere");
        });
        return path.map(Path::toAbsolutePath);
    }

    /** The first program of this name on PATH. */
    Optional<Path> onPath(String program) {
        return Stream.of(setting("PATH").orElse("").split(File.pathSeparator))
                .filter(folder -> !folder.isBlank())
                .map(folder -> Path.of(folder, program))
                .filter(Host::isProgram)
                .findFirst();
    }

    boolean isMac() {
        return os.contains("mac");
    }

    /** The folder that survives runs: AIRPROOF_CACHE, or "airproof" in the user's cache folder. */
    Path cacheDir() {
        return setting("AIRPROOF_CACHE")
                .map(Path::of)
                .orElseGet(this::defaultCacheDir)
                .toAbsolutePath();
    }

    private Path defaultCacheDir() {
        Path home = Path.of(setting("HOME").orElse(System.getProperty("user.home", "/")));
        if (isMac()) {
            return home.resolve("Library/Caches/airproof");
        }
        return setting("XDG_CACHE_HOME")
                .map(Path::of)
                .orElse(home.resolve(".cache"))
                .resolve("airproof");
    }

    /** The platform as the jars of the JavaCPP presets name it, such as linux-x86_64. */
    String javacppPlatform() {
        String system = isMac() ? "macosx" : "linux";
        String processor = arch.equals("amd64") ? "x86_64" : arch.equals("aarch64") ? "arm64" : arch;
        return system + "-" + processor;
    }

    /** A folder of the project, found from the working directory upwards. */
    Path projectFolder(String relative) {
        return ProjectFolder.find(workingDir, relative)
                .orElseThrow(() -> new UnavailableException(
                        relative, "not found in or above " + workingDir, "run the suite in the folder of the project"));
    }

    private static boolean isProgram(Path file) {
        return Files.isRegularFile(file) && Files.isExecutable(file);
    }
}
