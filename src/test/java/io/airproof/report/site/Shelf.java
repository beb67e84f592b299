package io.airproof.report.site;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.Comparator;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;

/**
 * Puts evidence files beside the pages, so that the report is one folder that can be moved. A file that stands outside
 * of the project is refused: a path in a message must not publish what nobody meant to publish.
 */
public final class Shelf {
    private static final long LARGEST_BYTES = 50_000_000;

    private final Path project;
    private final Path folder;
    private final Map<String, Item> items = new LinkedHashMap<>();
    private final Set<String> kept = new HashSet<>();

    /**
     * A named piece of evidence.
     *
     * @param name its file name
     * @param href where it is, from the root of the report; empty when it is not there
     * @param why why it is not there; empty when it is
     */
    public record Item(String name, String href, String why) {}

    /**
     * @param project files must be within it
     * @param folder where they are put, within the report
     */
    Shelf(Path project, Path folder) {
        this.project = project;
        this.folder = folder;
    }

    /** The evidence of this path, put on the shelf if it may be. */
    Item item(String path) {
        return items.computeIfAbsent(path, this::put);
    }

    private Item put(String path) {
        try {
            Path file = project.resolve(path).normalize();
            if (path.contains("..") || !file.startsWith(project.normalize())) {
                return new Item(path, "", "refused: it is outside of the project");
            }
            Path copy = folder.resolve(Slug.of(name(file)));
            if (!Files.isRegularFile(file)) {
                return Files.isRegularFile(copy) ? onShelf(file, copy) : new Item(name(file), "", "no longer there");
            }
            if (!file.toRealPath().startsWith(project.toRealPath())) {
                return new Item(path, "", "refused: it is outside of the project");
            }
            if (Files.size(file) > LARGEST_BYTES) {
                return new Item(name(file), "", "too large to be kept with the report");
            }
            Files.createDirectories(folder);
            if (!Files.exists(copy) || Files.size(copy) != Files.size(file)) {
                copy(file, copy);
            }
            return onShelf(file, copy);
        } catch (IOException | InvalidPathException e) {
            return new Item(path, "", "cannot be read: " + e.getMessage());
        }
    }

    private Item onShelf(Path file, Path copy) {
        keep(name(copy));
        return new Item(name(file), folder.getFileName() + "/" + copy.getFileName(), "");
    }

    /** Says that something else on the shelf belongs to this report. */
    void keep(String name) {
        kept.add(name);
    }

    /**
     * Takes away what is left of earlier runs.
     *
     * @throws UncheckedIOException when that cannot be done; the message names what stays
     */
    void tidy() {
        if (!Files.isDirectory(folder)) {
            return;
        }
        try (Stream<Path> inside = Files.list(folder)) {
            for (Path old : inside.filter(one -> !kept.contains(name(one))).toList()) {
                remove(old);
            }
        } catch (IOException e) {
            throw new UncheckedIOException("Old evidence cannot be taken away: " + e.getMessage(), e);
        }
    }

    private static void remove(Path old) throws IOException {
        try (Stream<Path> walk = Files.walk(old)) {
            for (Path one : walk.sorted(Comparator.reverseOrder()).toList()) {
                Files.delete(one);
            }
        }
    }

    /** A second name costs nothing; where the file system has none, a copy. */
    private static void copy(Path file, Path copy) throws IOException {
        Files.deleteIfExists(copy);
        try {
            Files.createLink(copy, file);
        } catch (UnsupportedOperationException | IOException noLinks) {
            Files.copy(file, copy, StandardCopyOption.REPLACE_EXISTING);
        }
    }

    private static String name(Path file) {
        return String.valueOf(file.getFileName());
    }
}
