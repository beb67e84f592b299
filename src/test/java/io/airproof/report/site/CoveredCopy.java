package io.airproof.report.site;

import java.io.BufferedWriter;
import java.io.IOException;
import java.io.RandomAccessFile;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
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
