package io.airproof.report.site;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

/** Style sheet, scripts and schema: what the pages need besides themselves. */
final class Assets {
    private static final List<String> NAMES = List.of("site.css", "search.js", "home.js", "clock.js", "player.js");

    private Assets() {}

    /**
     * Puts them into the folder of the report.
     *
     * @throws UncheckedIOException when one cannot be written; the message names it
     */
    static void write(Path folder) {
        copy("results.schema.json", folder.resolve("results.schema.json"));
        NAMES.forEach(name -> copy("assets/" + name, folder.resolve("assets").resolve(name)));
    }

    private static void copy(String resource, Path file) {
        try (InputStream in = Assets.class.getResourceAsStream("/report/" + resource)) {
            if (in == null) {
                throw new IllegalStateException("The file " + resource + " of the report is not on the class path.");
            }
            Files.createDirectories(file.resolveSibling(""));
            Files.write(file, in.readAllBytes());
        } catch (IOException e) {
            throw new UncheckedIOException("Cannot write " + file + ": " + e.getMessage(), e);
        }
    }
}
