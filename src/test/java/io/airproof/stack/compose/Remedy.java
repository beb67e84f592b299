package io.airproof.stack.compose;

import java.util.Locale;
import java.util.Map;

/** What helps, by what docker says. */
final class Remedy {

    private static final Map<String, String> BY_WORDS = Map.of(
            "no space left on device",
            "The disk of the Docker engine is full: \"docker system prune\" makes room.",
            "pull access denied",
            "An image is neither here nor to be had: without a registry, run eval $(.ci/engine) first, which makes a base image.",
            "failed to resolve source metadata",
            "An image is neither here nor to be had: without a registry, run eval $(.ci/engine) first, which makes a base image.",
            "cannot assign requested address",
            "That address is not one of the engine's machine: see STS_GATEWAY and PUBLISH_ADDRESS in compose/*/.env.e2e.example.");

    private Remedy() {}

    /** A line with the remedy, on a line of its own; empty where none is known. */
    static String forWords(String words) {
        String said = words.toLowerCase(Locale.ROOT);
        return BY_WORDS.entrySet().stream()
                .filter(one -> said.contains(one.getKey()))
                .findFirst()
                .map(one -> "\n" + one.getValue())
                .orElse("");
    }

    /** Whether somebody else has the port. */
    static boolean isPortTaken(String words) {
        String said = words.toLowerCase(Locale.ROOT);
        return said.contains("port is already allocated") || said.contains("address already in use");
    }
}
