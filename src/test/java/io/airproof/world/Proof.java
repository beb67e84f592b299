package io.airproof.world;

import io.airproof.evidence.Evidence;
import io.airproof.evidence.Limit;
import io.airproof.evidence.Measurement;
import io.airproof.evidence.Provenance;
import io.airproof.evidence.Suspect;
import io.airproof.measure.Measured;
import io.airproof.measure.Reading;
import io.airproof.measure.Unmeasurable;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * Holds figures against the limit of the requirement that the scenario proves, and keeps all of them as evidence.
 *
 * <p>A figure that could not be taken makes the requirement "not measured", whatever the others say, unless one of them
 * breaks the limit: then it is broken.
 */
public final class Proof {

    private final Evidence evidence;
    private final ScenarioRequirement requirement;
    private final Optional<Suspect> suspect;

    public Proof(Evidence evidence, ScenarioRequirement requirement) {
        this(evidence, requirement, Optional.empty());
    }

    private Proof(Evidence evidence, ScenarioRequirement requirement, Optional<Suspect> suspect) {
        this.evidence = evidence;
        this.requirement = requirement;
        this.suspect = suspect;
    }

    /** The same, naming the part to look at first when a limit is broken. */
    public Proof suspecting(Suspect first) {
        return new Proof(evidence, requirement, Optional.of(first));
    }

    /** Figures taken from the media themselves. */
    public void measured(String name, Limit limit, List<Figure> figures) {
        prove(name, limit, figures, Provenance.MEASURED);
    }

    /** Figures taken from the wire between services or from processes. */
    public void observed(String name, Limit limit, List<Figure> figures) {
        prove(name, limit, figures, Provenance.OBSERVED);
    }

    /** Figures that a service states about itself. */
    public void claimed(String name, Limit limit, List<Figure> figures) {
        prove(name, limit, figures, Provenance.CLAIMED);
    }

    private void prove(String name, Limit limit, List<Figure> figures, Provenance provenance) {
        List<Measurement> taken = new ArrayList<>();
        List<String> missing = new ArrayList<>();
        for (Figure figure : figures) {
            Reading<Double> value = figure.value();
            if (value instanceof Measured<Double> measured) {
                taken.add(measurement(name, measured.value(), limit, provenance, figure.where()));
            } else if (value instanceof Unmeasurable<Double> none) {
                missing.add(figure.where() + ": " + none.reason());
            }
        }
        if (!taken.isEmpty()) {
            evidence.proveAll(taken);
        }
        if (!missing.isEmpty()) {
            throw evidence.notMeasured(requirement.id(), name + ": " + String.join("; ", missing));
        }
        if (taken.isEmpty()) {
            throw evidence.notMeasured(requirement.id(), name + ": there was nothing to measure it on");
        }
    }

    private Measurement measurement(String name, double value, Limit limit, Provenance provenance, String where) {
        return new Measurement(requirement.id(), name, value, limit.unit(), limit, provenance, where, suspect);
    }
}
