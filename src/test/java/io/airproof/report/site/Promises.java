package io.airproof.report.site;

import io.airproof.catalogue.Requirement;
import io.airproof.report.RunResult;
import io.airproof.report.ScenarioResult;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** The requirements of the catalogue with the scenarios that prove them, and how each stands. */
final class Promises {
    private final List<Promise> all;

    /**
     * A requirement and what became of it.
     *
     * @param requirement the row of the catalogue
     * @param scenarios those tagged with it
     * @param standing what they come to
     */
    record Promise(Requirement requirement, List<ScenarioResult> scenarios, Standing standing) {}

    Promises(Collection<Requirement> catalogue, RunResult run) {
        Map<String, List<ScenarioResult>> byId = new LinkedHashMap<>();
        catalogue.forEach(one -> byId.put(one.id(), new ArrayList<>()));
        run.scenarios().forEach(scenario -> scenario.requirements()
                .forEach(
                        id -> byId.computeIfAbsent(id, any -> new ArrayList<>()).add(scenario)));
        Map<String, Requirement> rows = new LinkedHashMap<>();
        catalogue.forEach(one -> rows.put(one.id(), one));
        all = byId.entrySet().stream()
                .map(entry -> new Promise(
                        rows.getOrDefault(entry.getKey(), new Requirement(entry.getKey(), "", entry.getKey(), "", "")),
                        List.copyOf(entry.getValue()),
                        Standing.of(entry.getValue().stream()
                                .map(ScenarioResult::status)
                                .toList())))
                .toList();
    }

    /** All of them, in the order of the catalogue. */
    List<Promise> all() {
        return all;
    }

    /** How many stand like this. */
    long count(Standing standing) {
        return all.stream().filter(one -> one.standing() == standing).count();
    }
}
