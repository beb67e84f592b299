package io.airproof.reference.sts.settings;

import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/** Reads single variables; an empty value counts as unset, as compose files write it. */
final class Environment {

    private final Map<String, String> variables;

    Environment(Map<String, String> variables) {
        this.variables = Map.copyOf(variables);
    }

    Optional<String> text(String name) {
        return Optional.ofNullable(variables.get(name)).map(String::strip).filter(value -> !value.isEmpty());
    }

    int integer(String name, int fallback, int least, int most) {
        Optional<String> value = text(name);
        if (value.isEmpty()) {
            return fallback;
        }
        String expected = "a whole number from " + least + " to " + most;
        try {
            int number = Integer.parseInt(value.get());
            if (number < least || number > most) {
                throw new SettingsException(name, value.get(), expected);
            }
            return number;
        } catch (NumberFormatException notANumber) {
            throw new SettingsException(name, value.get(), expected);
        }
    }

    boolean flag(String name, boolean fallback) {
        return text(name)
                .map(value -> switch (value.toLowerCase(Locale.ROOT)) {
                    case "true" -> true;
                    case "false" -> false;
                    default -> throw new SettingsException(name, value, "true or false");
                })
                .orElse(fallback);
    }
}
