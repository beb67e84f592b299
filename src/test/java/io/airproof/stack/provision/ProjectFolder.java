package io.airproof.stack.provision;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;

/** Finds files of the project wherever in it the suite was started. */
public final class ProjectFolder {

    private ProjectFolder() {}

    /** The file or folder of this name in {@code from} or the nearest folder above that has it. */
    public static Optional<Path> find(Path from, String relative) {
        for (Path dir = from.toAbsolutePath(); dir != null; dir = dir.getParent()) {
            if (Files.exists(dir.resolve(relative))) {
                return Optional.of(dir.resolve(relative));
            }
        }
        return Optional.empty();
    }
}
