package io.airproof.world;

import java.util.Optional;

/** Which requirement the scenario proves; a hook says so before the first step. */
public final class ScenarioRequirement {

    private Optional<String> id = Optional.empty();

    /** The requirement's id in the catalogue, such as {@code DUB-007}. */
    public void is(String requirement) {
        id = Optional.of(requirement);
    }

    String id() {
        return id.orElseThrow(
                () -> new IllegalStateException("the scenario has no requirement id: tag it with one, like @DUB-001"));
    }
}
