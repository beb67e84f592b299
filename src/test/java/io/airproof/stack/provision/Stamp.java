package io.airproof.stack.provision;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Proves, without running anything, that a folder of the cache is as it was when its tools last ran. */
final class Stamp {

    private static final String NAME = "stamp";

    private Stamp() {}

    /** Writes the stamp of all files in the folder. */
    static void write(Path folder) throws IOException {
        Files.writeString(folder.resolve(NAME), describe(folder));
    }

    /** True when the folder is there and nothing in it was changed, cut short or removed. */
    static boolean isIntact(Path folder) {
        try {
            return Files.readString(folder.resolve(NAME)).equals(describe(folder));
        } catch (IOException e) {
            return false;
        }
    }

    private static String describe(Path folder) throws IOException {
        List<Path> files;
        try (Stream<Path> tree = Files.walk(folder)) {
            files = tree.filter(Files::isRegularFile)
                    .filter(file -> !file.equals(folder.resolve(NAME)))
                    .sorted()
                    .toList();
        }
        StringBuilder text = new StringBuilder();
        for (Path file : files) {
            text.append(Stream.of(
                                    folder.relativize(file),
                                    Files.size(file),
                                    Files.getLastModifiedTime(file).toMillis(),
                                    Files.isExecutable(file))
                            .map(Object::toString)
                            .collect(Collectors.joining(" ")))
                    .append('\n');
        }
        return text.toString();
    }
}
