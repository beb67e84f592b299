package io.airproof.report.site;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.Comparator;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * Puts evidence files beside the pages, so that the report is one folder that can be moved. A file that stands outside
 * of the project is refused: a path in a message must not publish what nobody meant to publish. Texts are put there with
 * secrets covered; two files of one name have two places. Editions that are written at the same time share it.
 */
public final class Shelf {
    private static final long LARGEST_BYTES = 50_000_000;
    private static final Pattern OF_RUN = Pattern.compile("target/stack/([^/]+)/[^/]+");
    private static final Pattern RUN_FOLDER = Pattern.compile("^target/stack/[^/]+/");

    private final Path project;
    private final Path folder;
    private final Map<String, Item> items = new ConcurrentHashMap<>();
    private final Set<String> kept = ConcurrentHashMap.newKeySet();

    /** What became of a piece of evidence. */
    public enum Fate {
        /** It is on the shelf. */
        KEPT,
        /** It stands outside of the project. */
        REFUSED,
        /** There is no such file any more. */
        GONE,
        /** It is larger than a report should be. */
        TOO_LARGE,
        /** It cannot be read. */
        UNREADABLE
    }

    /**
     * A named piece of evidence.
     *
     * @param name its path within the folder of the run, as far as it is there
     * @param href where it is, from the root of the report; empty when it is not there
     * @param fate why it is not there
     */
    public record Item(String name, String href, Fate fate) {

        /** The word for its fate, a key of the site's texts. */
        public String word() {
            return fate.name().toLowerCase(Locale.ROOT).replace('_', '-');
        }
    }

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
                return new Item(path, "", Fate.REFUSED);
            }
            Path copy = folder.resolve(place(path, name(file)));
            if (!Files.isRegularFile(file)) {
                return Files.isRegularFile(copy) ? onShelf(path, copy) : new Item(label(path), "", Fate.GONE);
            }
            if (!file.toRealPath().startsWith(project.toRealPath())) {
                return new Item(path, "", Fate.REFUSED);
            }
            if (CoveredCopy.isText(name(copy))) {
                Files.createDirectories(folder);
                CoveredCopy.write(file, copy);
                return onShelf(path, copy);
            }
            if (Files.size(file) > LARGEST_BYTES) {
                return new Item(label(path), "", Fate.TOO_LARGE);
            }
            Files.createDirectories(folder);
            if (!Files.exists(copy) || Files.size(copy) != Files.size(file)) {
                copy(file, copy);
            }
            return onShelf(path, copy);
        } catch (IOException | InvalidPathException e) {
            return new Item(label(path), "", Fate.UNREADABLE);
        }
    }

    /**
     * The name on the shelf. A recording is named after its run, which makes its name its own in every report; any other
     * file gets a mark of its path. The place depends on the path alone, so that it is found again when the pages are made
     * later, elsewhere or of several runs.
     */
    private static String place(String path, String name) {
        Matcher run = OF_RUN.matcher(path);
        return run.matches() && name.contains(run.group(1))
                ? Slug.of(name)
                : "%08x-%s".formatted(path.hashCode(), Slug.of(name));
    }

    /** The path without the folder that every run has anew. */
    private static String label(String path) {
        return RUN_FOLDER.matcher(path).replaceFirst("");
    }

    private Item onShelf(String path, Path copy) {
        keep(name(copy));
        return new Item(label(path), folder.getFileName() + "/" + copy.getFileName(), Fate.KEPT);
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
