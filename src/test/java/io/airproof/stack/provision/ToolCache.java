package io.airproof.stack.provision;

import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.channels.OverlappingFileLockException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.time.Duration;
import java.util.Comparator;
import java.util.List;
import java.util.Objects;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicReference;
import java.util.stream.Stream;
import org.awaitility.Awaitility;
import org.jspecify.annotations.Nullable;

/**
 * Tools that were built or unpacked once. An entry is a folder that appears complete or not at all; two runs at once
 * make it once.
 */
final class ToolCache {

    /** Longer than any build, so that a wait ends when the other run hangs. */
    private static final Duration OTHER_RUN = Duration.ofMinutes(20);

    private static final Duration LOOK = Duration.ofMillis(200);

    private final Path dir;
    private final Progress progress;

    ToolCache(Path dir, Progress progress) {
        this.dir = dir;
        this.progress = progress;
    }

    /** Makes the files of an entry in a folder that exists and may hold what an interrupted attempt left. */
    @FunctionalInterface
    interface Maker {
        /** Fills {@code target}; {@code workshop} is for what may be used again after an interrupt. */
        void make(Path target, Path workshop) throws IOException;
    }

    /**
     * The folder of an entry, made first when it is missing or broken.
     *
     * @throws UnavailableException when the cache cannot be written, or the maker says so
     */
    Path entry(String key, Maker maker) {
        Path home = dir.resolve(key);
        if (Stamp.isIntact(home)) {
            return home;
        }
        try {
            Files.createDirectories(dir.resolve("locks"));
            Path lockFile = dir.resolve("locks").resolve(key + ".lock");
            try (FileChannel channel = FileChannel.open(lockFile, StandardOpenOption.CREATE, StandardOpenOption.WRITE);
                    FileLock held = lock(channel, key)) {
                if (held.isValid() && !Stamp.isIntact(home)) {
                    make(key, home, maker);
                }
                return home;
            }
        } catch (IOException e) {
            throw new UnavailableException(
                    key,
                    "the cache folder " + dir + " cannot be used (" + reason(e) + ")",
                    "make room and allow writing there, or set AIRPROOF_CACHE to a folder with 500 MB free");
        }
    }

    private void make(String key, Path home, Maker maker) throws IOException {
        if (Files.exists(home)) {
            progress.say("the cached " + key + " is broken: making it again");
            delete(home);
        }
        Path workshop = Files.createDirectories(dir.resolve("workshop").resolve(key));
        Path target = workshop.resolve("target");
        delete(target);
        maker.make(Files.createDirectories(target), workshop);
        Stamp.write(target);
        Files.move(target, home, StandardCopyOption.ATOMIC_MOVE);
        delete(workshop);
    }

    private FileLock lock(FileChannel channel, String key) {
        AtomicReference<@Nullable FileLock> held = new AtomicReference<>();
        AtomicBoolean said = new AtomicBoolean();
        Awaitility.await("another run to finish making " + key)
                .atMost(OTHER_RUN)
                .pollDelay(Duration.ZERO)
                .pollInterval(LOOK)
                .until(() -> {
                    held.set(tryLock(channel));
                    if (held.get() == null && said.compareAndSet(false, true)) {
                        progress.say("another run is making " + key + ": waiting for it");
                    }
                    return held.get() != null;
                });
        return Objects.requireNonNull(held.get());
    }

    @Nullable
    private static FileLock tryLock(FileChannel channel) throws IOException {
        try {
            return channel.tryLock();
        } catch (OverlappingFileLockException e) {
            return null;
        }
    }

    static void delete(Path folder) throws IOException {
        if (!Files.exists(folder)) {
            return;
        }
        List<Path> tree;
        try (Stream<Path> walk = Files.walk(folder)) {
            tree = walk.sorted(Comparator.reverseOrder()).toList();
        }
        for (Path path : tree) {
            Files.deleteIfExists(path);
        }
    }

    private static String reason(IOException e) {
        return e.getClass().getSimpleName().replace("Exception", "") + ": " + e.getMessage();
    }
}
