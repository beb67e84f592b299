package io.airproof.report.site;

import java.io.BufferedReader;
import java.io.BufferedWriter;
import java.io.IOException;
import java.io.RandomAccessFile;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.Iterator;
import java.util.Locale;
import java.util.Set;

/** Copies text that is published: secrets are covered, and of what is very long the end is kept. */
final class CoveredCopy {
    /** This much of the end of a text is kept. */
    static final int KEPT_BYTES = 10_000_000;

    private static final Set<String> TEXTS = Set.of(
            "log", "txt", "ndjson", "json", "xml", "yml", "yaml", "csv", "tsv", "properties", "md", "sdp", "m3u8");

    private CoveredCopy() {}

    /** Whether a file of this name is text; recordings and pictures are not. */
    static boolean isText(String name) {
        return TEXTS.contains(name.substring(name.lastIndexOf('.') + 1).toLowerCase(Locale.ROOT));
    }

    /**
     * Covers the secrets in a file that is published as it is, such as Cucumber's own. The file is replaced as a whole, and
     * only if there was something to cover; lines that tell of the suite alone are not looked through.
     *
     * @throws UncheckedIOException when it cannot be read or replaced; the message names it
     */
    static void inPlace(Path file) {
        if (!Files.isRegularFile(file)) {
            return;
        }
        Path draft = file.resolveSibling("." + file.getFileName() + ".covered");
        try {
            boolean covered = false;
            try (BufferedReader in = Files.newBufferedReader(file);
                    BufferedWriter out = Files.newBufferedWriter(draft)) {
                for (String line = in.readLine(); line != null; line = in.readLine()) {
                    String shown = StoryReader.tellsOfTheSuite(line) ? line : Mask.secrets(line);
                    covered |= !shown.equals(line);
                    out.write(shown);
                    out.write('\n');
                }
            }
            if (covered) {
                Files.move(draft, file, StandardCopyOption.REPLACE_EXISTING, StandardCopyOption.ATOMIC_MOVE);
            } else {
                Files.delete(draft);
            }
        } catch (IOException e) {
            throw new UncheckedIOException("Cannot cover the secrets in " + file + ": " + e.getMessage(), e);
        }
    }

    /**
     * Writes the copy in place of what was there. A copy that was there may be a second name of the original, so it is
     * taken away first and never written into.
     */
    static void write(Path file, Path copy) throws IOException {
        Files.deleteIfExists(copy);
        try (RandomAccessFile in = new RandomAccessFile(file.toFile(), "r");
                BufferedWriter out = Files.newBufferedWriter(copy)) {
            long skipped = Math.max(0, in.length() - KEPT_BYTES);
            in.seek(skipped);
            byte[] bytes = new byte[(int) Math.min(in.length() - skipped, KEPT_BYTES)];
            in.readFully(bytes);
            Iterator<String> lines =
                    new String(bytes, StandardCharsets.UTF_8).lines().iterator();
            if (skipped > 0) {
                out.write("… (cut: the first " + skipped + " bytes are left out)\n");
                lines.next(); // only its end is there
            }
            while (lines.hasNext()) {
                out.write(Mask.secrets(lines.next()));
                out.write('\n');
            }
        }
    }
}
