package io.airproof.report.site;

import io.airproof.evidence.Provenance;
import io.airproof.report.ScenarioResult;
import io.airproof.report.Status;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** How sure one can be of a scenario's verdict, in sentences: what it rests on, how steady it is, and whether it can be red. */
final class Assurance {

    private Assurance() {}

    static List<String> of(ScenarioResult scenario, Report report) {
        if (scenario.status() == Status.NOT_RUN) {
            return List.of();
        }
        List<String> sentences = new ArrayList<>();
        proof(scenario, report.texts()).ifPresent(sentences::add);
        List<History.Outcome> known = report.history().of(scenario);
        if (known.size() > 1) {
            sentences.add(report.texts()
                    .text(
                            "sure.history",
                            known.stream().filter(History.Outcome::isGreen).count(),
                            known.size()));
        }
        sentences.add(red(scenario, report));
        return sentences;
    }

    private static Optional<String> proof(ScenarioResult scenario, Texts texts) {
        List<String> kinds = Arrays.stream(Provenance.values())
                .map(one -> Map.entry(one, count(scenario, one)))
                .filter(one -> one.getValue() > 0)
                .map(one -> texts.text("sure." + one.getKey().word(), one.getValue()))
                .toList();
        return kinds.isEmpty() ? Optional.empty() : Optional.of(texts.text("sure.proof", String.join(", ", kinds)));
    }

    private static String red(ScenarioResult scenario, Report report) {
        if (report.trust().isEmpty()) {
            return report.texts().text("sure.untried");
        }
        boolean seen = report.trust()
                .filter(trust -> !trust.redFor(scenario.name()).isEmpty())
                .isPresent();
        return report.texts().text(seen ? "sure.red" : "sure.never");
    }

    private static long count(ScenarioResult scenario, Provenance provenance) {
        return scenario.measurements().stream()
                .filter(one -> one.provenance() == provenance)
                .count();
    }
}
