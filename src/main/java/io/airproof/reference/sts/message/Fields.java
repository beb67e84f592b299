package io.airproof.reference.sts.message;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;

/** Typed reading of the members of one JSON object; {@code null} counts as absent, unknown members are ignored. */
final class Fields {

    private final JsonNode node;
    private final String prefix;
    private final ErrorCode code;

    Fields(JsonNode node, String prefix, ErrorCode code) {
        this.node = node;
        this.prefix = prefix;
        this.code = code;
    }

    Refusal refusal(String name, String expected) {
        JsonNode value = node.path(name);
        String shown = value.isMissingNode() || value.isNull() ? "missing" : shorten(Json.text(value));
        return new Refusal(code, prefix + name + " is " + shown + ", but must be " + expected);
    }

    private static String shorten(String text) {
        return text.length() <= 80 ? text : text.substring(0, 77) + "...";
    }

    private Optional<JsonNode> member(String name) {
        JsonNode value = node.path(name);
        return value.isMissingNode() || value.isNull() ? Optional.empty() : Optional.of(value);
    }

    Optional<String> text(String name, Pattern pattern, String expected) throws Refusal {
        Optional<JsonNode> value = member(name);
        if (value.isEmpty()) {
            return Optional.empty();
        }
        if (!value.get().isTextual()
                || !pattern.matcher(value.get().textValue()).matches()) {
            throw refusal(name, expected);
        }
        return Optional.of(value.get().textValue());
    }

    String requiredText(String name, Pattern pattern, String expected) throws Refusal {
        return text(name, pattern, expected).orElseThrow(() -> refusal(name, expected));
    }

    Optional<Long> integer(String name, long least, long most) throws Refusal {
        Optional<JsonNode> value = member(name);
        if (value.isEmpty()) {
            return Optional.empty();
        }
        JsonNode number = value.get();
        if (!number.isIntegralNumber()
                || !number.canConvertToLong()
                || number.longValue() < least
                || number.longValue() > most) {
            throw refusal(name, range(least, most));
        }
        return Optional.of(number.longValue());
    }

    long requiredInteger(String name, long least, long most) throws Refusal {
        return integer(name, least, most).orElseThrow(() -> refusal(name, range(least, most)));
    }

    private static String range(long least, long most) {
        return most == Long.MAX_VALUE
                ? "a whole number, at least " + least
                : "a whole number from " + least + " to " + most;
    }

    Fields requiredObject(String name) throws Refusal {
        return object(name).orElseThrow(() -> refusal(name, "an object"));
    }

    Optional<Fields> object(String name) throws Refusal {
        Optional<JsonNode> value = member(name);
        if (value.isPresent() && !value.get().isObject()) {
            throw refusal(name, "an object");
        }
        return value.map(object -> new Fields(object, prefix + name + ".", code));
    }

    List<String> texts(String name) throws Refusal {
        Optional<JsonNode> value = member(name);
        if (value.isEmpty()) {
            return List.of();
        }
        List<String> texts = new ArrayList<>();
        if (!value.get().isArray()) {
            throw refusal(name, "a list of strings");
        }
        for (JsonNode element : value.get()) {
            if (!element.isTextual()) {
                throw refusal(name, "a list of strings");
            }
            texts.add(element.textValue());
        }
        return List.copyOf(texts);
    }
}
