package io.airproof.stack;

import io.airproof.process.ChildProcess;
import java.io.File;
import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.attribute.FileTime;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HexFormat;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.jar.JarEntry;
import java.util.jar.JarOutputStream;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * The reference services as one program: their classes in a jar of the cache, and beside it an archive of the loaded
 * classes for each service, which its first clean exit leaves behind and which spares the next start 0.3 to 0.5 s of
 * processor time (measured; a folder of classes cannot be archived). The folder's name is a digest of all that the
 * archive depends on, so a change of one class makes a new one.
 */
final class ReferenceProgram {

    private static final String JAR = "reference.jar";
    private static final String TEST_CLASSES = "test-classes";

    /** Exit code of a JVM after SIGTERM. */
    private static final int TERMINATED = 128 + 15;

    /** How long the exit code of an ended process may stay unknown. */
    private static final Duration EXIT_KNOWN = Duration.ofSeconds(1);

    /** Programs of so many states of the code are kept: some 50 MB each. */
    private static final int KEPT = 3;

    private final Path folder;
    private final String classPath;

    private ReferenceProgram(Path folder, String classPath) {
        this.folder = folder;
        this.classPath = classPath;
    }

    /**
     * Packs the classes on the class path of this JVM, without the suite's own: the services must not see them.
     *
     * @param cache the folder that survives runs
     * @throws IOException if the cache cannot be written
     */
    static ReferenceProgram pack(Path cache) throws IOException {
        String all = System.getProperty("surefire.test.class.path", System.getProperty("java.class.path"));
        return pack(
                cache,
                Stream.of(all.split(File.pathSeparator))
                        .map(entry -> Path.of(entry).toAbsolutePath())
                        .filter(entry -> !entry.endsWith(TEST_CLASSES) && Files.exists(entry))
                        .toList());
    }

    /** The same with a class path of folders and jars. */
    static ReferenceProgram pack(Path cache, List<Path> entries) throws IOException {
        List<Path> folders = entries.stream().filter(Files::isDirectory).toList();
        List<Path> jars = entries.stream().filter(Files::isRegularFile).toList();
        Path root = cache.resolve("reference");
        Path folder = Files.createDirectories(root.resolve(digest(folders, jars)));
        Path jar = folder.resolve(JAR);
        if (!Files.exists(jar)) {
            Path part = Files.createTempFile(folder, JAR, ".part");
            writeJar(folders, part);
            Files.move(part, jar, StandardCopyOption.ATOMIC_MOVE);
        }
        Files.setLastModifiedTime(folder, FileTime.from(Instant.now()));
        makeRoom(root);
        return new ReferenceProgram(
                folder,
                Stream.concat(Stream.of(jar), jars.stream())
                        .map(Path::toString)
                        .collect(Collectors.joining(File.pathSeparator)));
    }

    /**
     * The command that runs a service.
     *
     * @param service whose archive of classes is read, or is left behind when there is none
     */
    List<String> command(String service, List<String> jvmFlags, String mainClass) {
        return command(
                jvmFlags,
                Files.exists(archive(service))
                        ? List.of("-XX:SharedArchiveFile=" + archive(service))
                        : List.of("-XX:ArchiveClassesAtExit=" + part(service)),
                mainClass);
    }

    /**
     * The command that runs one more of a service, which leaves no archive behind.
     *
     * @param service whose archive of classes is read if there is one
     */
    List<String> commandLike(String service, List<String> jvmFlags, String mainClass) {
        return command(
                jvmFlags,
                Files.exists(archive(service)) ? List.of("-XX:SharedArchiveFile=" + archive(service)) : List.of(),
                mainClass);
    }

    private List<String> command(List<String> jvmFlags, List<String> archiveFlags, String mainClass) {
        List<String> command = new ArrayList<>();
        command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
        command.addAll(jvmFlags);
        command.addAll(archiveFlags);
        // Standard output is the service's log, one JSON document per line.
        command.addAll(List.of("-Xlog:disable", "-cp", classPath, mainClass));
        return List.copyOf(command);
    }

    /** Keeps what an ended service left behind; does nothing when it left nothing, or not in peace. */
    void keepArchive(ChildProcess ended) {
        Path part = part(ended.name());
        try {
            if (endedInPeace(ended) && Files.exists(part)) {
                Files.move(part, archive(ended.name()), StandardCopyOption.ATOMIC_MOVE);
            }
            Files.deleteIfExists(part);
        } catch (IOException e) {
            // The archive only saves time: the next start is as slow as this one.
        }
    }

    private static boolean endedInPeace(ChildProcess process) {
        int code = process.exit()
                .completeOnTimeout(-1, EXIT_KNOWN.toMillis(), TimeUnit.MILLISECONDS)
                .join();
        return code == 0 || code == TERMINATED;
    }

    private Path archive(String service) {
        return folder.resolve(service + ".jsa");
    }

    /** Of this run alone: two runs may leave one at the same time. */
    private Path part(String service) {
        return folder.resolve(
                service + "-" + ProcessHandle.current().pid() + "-" + Integer.toHexString(hashCode()) + ".part");
    }

    private static String digest(List<Path> folders, List<Path> jars) throws IOException {
        try {
            MessageDigest digest = MessageDigest.getInstance("SHA-256");
            digest.update(System.getProperty("java.vm.version", "").getBytes(StandardCharsets.UTF_8));
            digest.update(System.getProperty("java.home", "").getBytes(StandardCharsets.UTF_8));
            for (Path folder : folders) {
                for (Path file : filesOf(folder)) {
                    digest.update(file.toString().getBytes(StandardCharsets.UTF_8));
                    digest.update(Files.readAllBytes(file));
                }
            }
            for (Path jar : jars) {
                digest.update((jar + " " + Files.size(jar) + " " + Files.getLastModifiedTime(jar))
                        .getBytes(StandardCharsets.UTF_8));
            }
            return HexFormat.of().formatHex(digest.digest(), 0, 8);
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java has SHA-256", e);
        }
    }

    private static List<Path> filesOf(Path folder) throws IOException {
        try (Stream<Path> walk = Files.walk(folder)) {
            return walk.filter(Files::isRegularFile).sorted().toList();
        }
    }

    private static void writeJar(List<Path> folders, Path to) throws IOException {
        try (OutputStream file = Files.newOutputStream(to);
                JarOutputStream jar = new JarOutputStream(file)) {
            jar.setLevel(0);
            for (Path folder : folders) {
                writeEntries(folder, jar);
            }
        }
    }

    /** Folders are entries of their own: some libraries look for one as a resource. */
    private static void writeEntries(Path folder, JarOutputStream jar) throws IOException {
        List<Path> inside;
        try (Stream<Path> walk = Files.walk(folder)) {
            inside = walk.filter(one -> !one.equals(folder)).sorted().toList();
        }
        for (Path one : inside) {
            String name = folder.relativize(one).toString().replace(File.separatorChar, '/');
            boolean isFolder = Files.isDirectory(one);
            jar.putNextEntry(new JarEntry(isFolder ? name + "/" : name));
            if (!isFolder) {
                Files.copy(one, jar);
            }
            jar.closeEntry();
        }
    }

    private static void makeRoom(Path root) throws IOException {
        List<Path> old;
        try (Stream<Path> all = Files.list(root)) {
            old = all.filter(Files::isDirectory)
                    .sorted(Comparator.comparing(ReferenceProgram::lastUse).reversed())
                    .skip(KEPT)
                    .toList();
        }
        for (Path folder : old) {
            for (Path file : filesOf(folder)) {
                Files.deleteIfExists(file);
            }
            Files.deleteIfExists(folder);
        }
    }

    private static Instant lastUse(Path folder) {
        try {
            return Files.getLastModifiedTime(folder).toInstant();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
