package io.airproof.catalogue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * The tags that features may use, read from the table in {@code features/README.md}: the page that people read is the
 * data that is checked.
 */
record TagVocabulary(Set<String> tags) {
    private static final Pattern ROW = Pattern.compile("^\\| `(@[a-z0-9-]+)` \\|.*");

    static TagVocabulary read(Path readme) throws IOException {
        return parse(Files.readAllLines(readme));
    }

    static TagVocabulary parse(List<String> lines) {
        Set<String> tags = new LinkedHashSet<>();
        for (String line : lines) {
            Matcher row = ROW.matcher(line);
            if (row.matches()) {
                tags.add(row.group(1));
            }
        }
        return new TagVocabulary(Set.copyOf(tags));
    }

    boolean knows(String tag) {
        return tags.contains(tag);
    }
}
