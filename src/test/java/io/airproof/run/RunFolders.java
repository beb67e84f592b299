package io.airproof.run;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Stream;

/** The folders of the last runs, with their recordings and logs; older ones make room. */
final class RunFolders {

    /** Enough to compare; a run takes some 20 MB. */
    private static final int KEPT = 5;

    private RunFolders() {}

    /**
     * Makes the folder of a run.
     *
     * @throws IOException if it cannot be made, or an old one cannot be removed; the message names it
     */
    static Path make(Path root, String runId) throws IOException {
        Path folder = Files.createDirectories(root.resolve(runId).toAbsolutePath());
        List<Path> old;
        try (Stream<Path> all = Files.list(root)) {
            old = all.filter(Files::isDirectory)
                    .sorted(Comparator.comparing(RunFolders::lastUse).reversed())
                    .skip(KEPT)
                    .toList();
        }
        for (Path one : old) {
            remove(one);
        }
        return folder;
    }

    private static long lastUse(Path folder) {
        return folder.toFile().lastModified();
    }

    private static void remove(Path folder) throws IOException {
        List<Path> inside;
        try (Stream<Path> walk = Files.walk(folder)) {
            inside = walk.sorted(Comparator.reverseOrder()).toList();
        }
        for (Path one : inside) {
            Files.deleteIfExists(one);
        }
    }
}
