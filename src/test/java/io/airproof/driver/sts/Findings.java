package io.airproof.driver.sts;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.OptionalLong;
import java.util.UUID;
import org.json.JSONObject;

/** The members of one JSON object under examination; collects what is wrong with them. */
final class Findings {

    private static final int EXCERPT = 60;

    private final JSONObject object;
    private final String prefix;
    private final List<Violation> violations;

    private Findings(JSONObject object, String prefix, List<Violation> violations) {
        this.object = object;
        this.prefix = prefix;
        this.violations = violations;
    }

    static Findings in(JSONObject object) {
        return new Findings(object, "", new ArrayList<>());
    }

    List<Violation> all() {
        return List.copyOf(violations);
    }

    void add(String member, String why) {
        violations.add(new Violation(prefix + member, why));
    }

    /** The value; reports a member that is missing or null. */
    private Optional<Object> value(String member) {
        if (!object.has(member)) {
            add(member, "is missing");
            return Optional.empty();
        }
        if (object.isNull(member)) {
            add(member, "is null");
            return Optional.empty();
        }
        return Optional.of(object.get(member));
    }

    private void wrong(String member, Object value, String wanted) {
        String text = String.valueOf(value);
        add(member, "is " + (text.length() > EXCERPT ? text.substring(0, EXCERPT) + "…" : text) + ", not " + wanted);
    }

    boolean isNull(String member) {
        return object.isNull(member);
    }

    Optional<String> text(String member) {
        return value(member).flatMap(value -> {
            if (value instanceof String text) {
                return Optional.of(text);
            }
            wrong(member, value, "a string");
            return Optional.empty();
        });
    }

    Optional<String> filled(String member) {
        Optional<String> text = text(member);
        if (text.filter(String::isBlank).isPresent()) {
            add(member, "is empty");
        }
        return text;
    }

    Optional<String> oneOf(String member, String... allowed) {
        Optional<String> text = text(member);
        text.filter(value -> !Arrays.asList(allowed).contains(value))
                .ifPresent(value -> wrong(member, value, "one of " + Arrays.toString(allowed)));
        return text.filter(value -> Arrays.asList(allowed).contains(value));
    }

    void uuid(String member) {
        text(member).ifPresent(value -> {
            try {
                if (!UUID.fromString(value).toString().equalsIgnoreCase(value)) {
                    wrong(member, value, "a UUID");
                }
            } catch (IllegalArgumentException e) {
                wrong(member, value, "a UUID");
            }
        });
    }

    OptionalLong integer(String member, long from, long to) {
        Optional<Object> value = value(member);
        if (value.isEmpty()) {
            return OptionalLong.empty();
        }
        if (!(value.get() instanceof Integer) && !(value.get() instanceof Long)) {
            wrong(member, value.get(), "a whole number");
            return OptionalLong.empty();
        }
        long number = ((Number) value.get()).longValue();
        if (number < from || number > to) {
            wrong(member, number, "within " + from + "–" + (to == Long.MAX_VALUE ? "…" : to));
        }
        return OptionalLong.of(number);
    }

    OptionalDouble number(String member, double from, double to) {
        Optional<Object> value = value(member);
        if (value.isEmpty()) {
            return OptionalDouble.empty();
        }
        if (!(value.get() instanceof Number found)) {
            wrong(member, value.get(), "a number");
            return OptionalDouble.empty();
        }
        double number = found.doubleValue();
        if (!(number >= from && number <= to)) {
            wrong(member, number, "within " + from + "–" + to);
        }
        return OptionalDouble.of(number);
    }

    Optional<Boolean> flag(String member) {
        return value(member).flatMap(value -> {
            if (value instanceof Boolean flag) {
                return Optional.of(flag);
            }
            wrong(member, value, "true or false");
            return Optional.empty();
        });
    }

    void oneFlag(String member, boolean wanted) {
        flag(member).filter(value -> value != wanted).ifPresent(value -> wrong(member, value, wanted + ""));
    }

    Optional<Findings> object(String member) {
        return value(member).flatMap(value -> {
            if (value instanceof JSONObject inner) {
                return Optional.of(new Findings(inner, prefix + member + ".", violations));
            }
            wrong(member, value, "an object");
            return Optional.empty();
        });
    }

    void mustBeNull(String member) {
        if (!object.has(member)) {
            add(member, "is missing; it should be null");
        } else if (!object.isNull(member)) {
            wrong(member, object.get(member), "null");
        }
    }

    void present(String member) {
        if (!object.has(member)) {
            add(member, "is missing");
        }
    }

    void copied(String member, JSONObject from) {
        value(member).ifPresent(value -> {
            Object wanted = from.opt(member);
            boolean same = (value instanceof Number number && wanted instanceof Number other)
                    ? number.doubleValue() == other.doubleValue()
                    : Objects.equals(value, wanted);
            if (!same) {
                wrong(member, value, wanted + " as it was asked");
            }
        });
    }
}
