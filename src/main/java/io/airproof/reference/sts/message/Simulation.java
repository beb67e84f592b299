package io.airproof.reference.sts.message;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/**
 * The errors a client wants to see (contract 4.11).
 *
 * @param rules the first that matches wins, every time
 */
public record Simulation(List<Rule> rules) {

    /** Takes a copy of the rules. */
    public Simulation {
        rules = List.copyOf(rules);
    }

    /** No simulated error. */
    public static Simulation off() {
        return new Simulation(List.of());
    }

    private enum Trigger {
        SEQUENCE_NUMBER,
        FRAGMENT_ID,
        NTH_FRAGMENT
    }

    /**
     * One rule.
     *
     * @param trigger what is compared
     * @param value with what
     * @param failure the result
     */
    public record Rule(String trigger, String value, Failure failure) {

        boolean matches(Fragment fragment, int received) {
            return switch (Trigger.valueOf(trigger)) {
                case SEQUENCE_NUMBER -> value.equals(Integer.toString(fragment.sequenceNumber()));
                case FRAGMENT_ID -> value.equalsIgnoreCase(fragment.fragmentId());
                case NTH_FRAGMENT -> received % Integer.parseInt(value) == 0;
            };
        }
    }

    /**
     * Reads {@code config:error_simulation}.
     *
     * @throws Refusal with a text for the ack if a rule cannot be used
     */
    public static Simulation read(JsonNode body) throws Refusal {
        if (!body.path("enabled").asBoolean(false)) {
            return off();
        }
        List<Rule> rules = new ArrayList<>();
        for (JsonNode node : body.path("rules")) {
            rules.add(rule(new Fields(node, "rules[" + rules.size() + "].", ErrorCode.MALFORMED_DATA), node));
        }
        return new Simulation(rules);
    }

    private static Rule rule(Fields fields, JsonNode node) throws Refusal {
        String triggers = "one of sequence_number, fragment_id, nth_fragment";
        Trigger trigger = Arrays.stream(Trigger.values())
                .filter(known -> known.name()
                        .toLowerCase(Locale.ROOT)
                        .equals(node.path("trigger").asText()))
                .findFirst()
                .orElseThrow(() -> fields.refusal("trigger", triggers));
        String value = node.path("value").asText("");
        boolean number = value.matches("[0-9]{1,9}");
        if (value.isEmpty()
                || node.path("value").isNull()
                || (trigger == Trigger.SEQUENCE_NUMBER && !number)
                || (trigger == Trigger.NTH_FRAGMENT && (!number || Integer.parseInt(value) == 0))) {
            throw fields.refusal("value", "a value for the trigger");
        }
        if (!node.path("error_code").isTextual()
                || node.path("error_code").textValue().isEmpty()) {
            throw fields.refusal("error_code", "a string");
        }
        Optional<Stage> stage = Arrays.stream(Stage.values())
                .filter(known -> known.wireName().equals(node.path("stage").asText()))
                .findFirst();
        return new Rule(
                trigger.name(),
                value,
                new Failure(
                        node.path("error_code").textValue(),
                        node.path("error_message").asText("Simulated error"),
                        stage,
                        node.path("retryable").asBoolean(true)));
    }

    /**
     * The failure for a fragment, if a rule wants one.
     *
     * @param received how many fragments were accepted, this one included
     */
    public Optional<Failure> failureFor(Fragment fragment, int received) {
        return rules.stream()
                .filter(rule -> rule.matches(fragment, received))
                .map(Rule::failure)
                .findFirst();
    }
}
