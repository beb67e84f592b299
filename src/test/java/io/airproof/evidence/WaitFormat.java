package io.airproof.evidence;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;

/** How waits travel in Cucumber's message stream: a small JSON attachment each, long ones cut. */
public final class WaitFormat {
    /** Media type of a wait. */
    public static final String MEDIA_TYPE = "application/vnd.airproof.wait+json";

    private static final int MOST_LOOKS = 20;
    private static final int LONGEST = 300;
    private static final ObjectMapper JSON = new ObjectMapper();

    private WaitFormat() {}

    /** The wait as one JSON object; of many looks the last ones. */
    public static String write(Wait wait) {
        ObjectNode node = JSON.createObjectNode()
                .put("name", cut(wait.name()))
                .put("started", wait.started().toString())
                .put("took_ms", wait.took().toMillis())
                .put("outcome", wait.outcome());
        ArrayNode looks = node.putArray("looks");
        wait.looks().stream()
                .skip(Math.max(0, wait.looks().size() - MOST_LOOKS))
                .forEach(one -> looks.addObject()
                        .put("after_ms", one.after().toMillis())
                        .put("seen", cut(one.seen())));
        return node.toString();
    }

    /**
     * The wait in an attachment.
     *
     * @throws IllegalArgumentException when the text is no wait written by {@link #write}
     */
    public static Wait read(String json) {
        try {
            JsonNode node = JSON.readTree(json);
            if (!node.path("name").isTextual() || !node.path("started").isTextual()) {
                throw new IllegalArgumentException("Attached wait has no name or no start: " + json);
            }
            List<Wait.Look> looks = new ArrayList<>();
            node.path("looks")
                    .forEach(one -> looks.add(new Wait.Look(
                            Duration.ofMillis(one.path("after_ms").asLong()),
                            one.path("seen").asText())));
            return new Wait(
                    node.path("name").asText(),
                    Instant.parse(node.path("started").asText()),
                    Duration.ofMillis(node.path("took_ms").asLong()),
                    node.path("outcome").asText(),
                    looks);
        } catch (JsonProcessingException e) {
            throw new IllegalArgumentException("Attached wait is no JSON: " + json, e);
        }
    }

    private static String cut(String text) {
        return text.length() <= LONGEST ? text : text.substring(0, LONGEST) + "…";
    }
}
