package io.airproof.evidence;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Properties;
import java.util.regex.Pattern;

/**
 * Requirements that a deployment is known to break. The file has one a line: the id, a blank, and a link to where the
 * defect is written down; lines that begin with {@code #} are comments.
 *
 * @param links the link of each id; may be empty
 */
public record KnownDefects(Map<String, String> links) {

    /** System property that names the file. */
    public static final String PROPERTY = "known-defects";

    /** System property of the file of an external stack, which may name it too. */
    private static final String STACK_FILE = "stack.file";

    private static final String TAG = "@known-defect";
    private static final Pattern LINE = Pattern.compile("([A-Z]{2,5}-\\d{3})\\s+(\\S+)");
    private static final KnownDefects OF_THIS_RUN = read();

    public KnownDefects {
        links = Map.copyOf(links);
    }

    /** What the file of this run says; nothing where none is named. */
    public static KnownDefects ofThisRun() {
        return OF_THIS_RUN;
    }

    /**
     * Reads the lines of a file.
     *
     * @throws IllegalArgumentException naming the first line that is none
     */
    public static KnownDefects parse(List<String> lines, String file) {
        Map<String, String> links = new LinkedHashMap<>();
        for (String line : lines) {
            String text = line.strip();
            if (!text.isEmpty() && !text.startsWith("#")) {
                var match = LINE.matcher(text);
                if (!match.matches()) {
                    throw new IllegalArgumentException(
                            file + ": \"" + text + "\" is no known defect; write the id of a requirement and a link.");
                }
                links.put(match.group(1), match.group(2));
            }
        }
        return new KnownDefects(links);
    }

    /** Those that concern a scenario with these tags; all of its ids if it is tagged {@value #TAG}. */
    public KnownDefects among(Iterable<String> tags) {
        Map<String, String> mine = new LinkedHashMap<>();
        boolean tagged = false;
        for (String tag : tags) {
            tagged |= tag.equals(TAG);
        }
        for (String id : RequirementTags.idsOf(tags)) {
            if (tagged || links.containsKey(id)) {
                mine.put(id, links.getOrDefault(id, "see the description of the scenario"));
            }
        }
        return new KnownDefects(mine);
    }

    private static KnownDefects read() {
        Optional<Path> file = Optional.of(System.getProperty(PROPERTY, ""))
                .filter(name -> !name.isBlank())
                .map(Path::of)
                .or(KnownDefects::namedByTheStack);
        try {
            return file.isPresent()
                    ? parse(Files.readAllLines(file.get()), file.get().toString())
                    : new KnownDefects(Map.of());
        } catch (IOException e) {
            throw new IllegalArgumentException("the file of known defects cannot be read: " + e, e);
        }
    }

    /** A relative name counts from the file that has it. */
    private static Optional<Path> namedByTheStack() {
        Path stack = Path.of(System.getProperty(STACK_FILE, ""));
        Properties properties = new Properties();
        if (Files.isRegularFile(stack)) {
            try (var reader = Files.newBufferedReader(stack)) {
                properties.load(reader);
            } catch (IOException e) {
                return Optional.empty();
            }
        }
        return Optional.ofNullable(properties.getProperty(PROPERTY))
                .map(String::strip)
                .filter(name -> !name.isEmpty())
                .map(name -> stack.toAbsolutePath().resolveSibling(name));
    }
}
