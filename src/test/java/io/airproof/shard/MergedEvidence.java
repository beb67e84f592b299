package io.airproof.shard;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Stream;

/** The evidence of all shards in one folder. Recordings have names of their own in every run; logs get one. */
final class MergedEvidence {
    private static final String FOLDER = "evidence";
    private static final String LOG = ".log.txt";

    private MergedEvidence() {}

    /**
     * Copies it in place of what was there.
     *
     * @param reports the merged report
     * @throws IOException when a file cannot be copied
     */
    static void write(List<Share> shares, Path reports) throws IOException {
        Path evidence = reports.resolve(FOLDER);
        remove(evidence);
        for (Share share : shares) {
            Path from = share.folder().resolve(FOLDER);
            if (Files.isDirectory(from)) {
                try (Stream<Path> walk = Files.walk(from)) {
                    for (Path file : walk.filter(Files::isRegularFile).toList()) {
                        String name = from.relativize(file).toString();
                        Path to = evidence.resolve(name.endsWith(LOG) ? "shard-" + share.number() + "-" + name : name);
                        Files.createDirectories(to.resolveSibling(""));
                        Files.copy(file, to, StandardCopyOption.REPLACE_EXISTING);
                    }
                }
            }
        }
    }

    private static void remove(Path folder) throws IOException {
        if (Files.isDirectory(folder)) {
            try (Stream<Path> walk = Files.walk(folder)) {
                for (Path one : walk.sorted(Comparator.reverseOrder()).toList()) {
                    Files.delete(one);
                }
            }
        }
    }
}
