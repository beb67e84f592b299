package io.airproof.shard;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.airproof.report.Outline;
import io.cucumber.messages.ndjson.Deserializer;
import io.cucumber.messages.types.Envelope;
import java.io.BufferedReader;
import java.io.BufferedWriter;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/**
 * The messages of all shards as those of one run: of each shard what belongs to its own scenarios. Every run gives its
 * features and scenarios ids of its own, so that a feature whose scenarios went to two shards is there twice.
 */
final class MergedMessages {
    /** Name of the file in every report. */
    static final String FILE = "messages.ndjson";

    /** Said once in a run. */
    private static final Set<String> ONCE = Set.of("meta", "source", "parameterType", "testRunStarted");

    private static final String LAST = "testRunFinished";
    private static final ObjectMapper JSON = new ObjectMapper();

    private final Deserializer deserializer = new Deserializer();

    /**
     * Writes them; a shard without messages has none to tell.
     *
     * @throws IOException when a file cannot be read or written
     */
    void write(List<Share> shares, Path file) throws IOException {
        try (BufferedWriter out = Files.newBufferedWriter(file)) {
            List<String> last = new ArrayList<>();
            boolean first = true;
            for (Share share : shares) {
                Path messages = share.folder().resolve(FILE);
                if (Files.isRegularFile(messages)) {
                    copy(messages, share.scenarios(), first, out, last);
                    first = false;
                }
            }
            if (!last.isEmpty()) {
                out.write(last.get(last.size() - 1) + "\n");
            }
        }
    }

    private void copy(Path messages, Set<String> mine, boolean first, BufferedWriter out, List<String> last)
            throws IOException {
        Outline outline = new Outline();
        Set<String> pickles = new HashSet<>();
        Set<String> testCases = new HashSet<>();
        Set<String> goes = new HashSet<>();
        try (BufferedReader in = Files.newBufferedReader(messages)) {
            for (String line = in.readLine(); line != null; line = in.readLine()) {
                JsonNode message = parsed(line);
                String kind = message.isObject() && !message.isEmpty()
                        ? message.fieldNames().next()
                        : "";
                JsonNode body = message.path(kind);
                boolean kept =
                        switch (kind) {
                            case "" -> false;
                            case LAST -> !last.add(line);
                            case "gherkinDocument" -> {
                                envelope(line).getGherkinDocument().ifPresent(outline::add);
                                yield true;
                            }
                            case "pickle" ->
                                envelope(line)
                                        .getPickle()
                                        .filter(one -> mine.contains(outline.idOf(one)))
                                        .map(one -> pickles.add(one.getId()))
                                        .orElse(false);
                            case "testCase" ->
                                pickles.contains(body.path("pickleId").asText())
                                        && testCases.add(body.path("id").asText());
                            case "testCaseStarted" ->
                                testCases.contains(body.path("testCaseId").asText())
                                        && goes.add(body.path("id").asText());
                            default ->
                                body.has("testCaseStartedId")
                                        ? goes.contains(
                                                body.path("testCaseStartedId").asText())
                                        : first || !ONCE.contains(kind);
                        };
                if (kept) {
                    out.write(line);
                    out.write('\n');
                }
            }
        }
    }

    /** Empty for a line that was cut when the run was stopped. */
    private static JsonNode parsed(String line) {
        try {
            return JSON.readTree(line);
        } catch (IOException cut) {
            return JSON.createObjectNode();
        }
    }

    private Envelope envelope(String line) throws IOException {
        return deserializer.readValue(line);
    }
}
