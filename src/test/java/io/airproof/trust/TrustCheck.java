package io.airproof.trust;

import static org.assertj.core.api.Assertions.assertThat;

import io.airproof.run.AcceptanceRun;
import io.airproof.world.CurrentRun;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;

/** {@code ./mvnw -B verify -Ptrust}: how many seeded faults the suite notices, and whether it blames the right promise. */
class TrustCheck {

    private static final int FAULTS_AT_LEAST = 60;
    private static final double DETECTION_AT_LEAST = 95;
    private static final double LOCALISATION_AT_LEAST = 90;

    @Test
    void seeded_faults_are_noticed_and_nothing_else() throws Exception {
        System.setProperty(AcceptanceRun.STAND_IN, "");
        try {
            AcceptanceRun run = new CurrentRun().get();
            List<SeededFault> faults = new FaultCatalogue(run).all();
            TrustReport report = new TrustRun(run, System.out::println).seed(faults);
            report.write(Path.of("reports", "trust.json"));
            System.out.println("Trust: " + report.summary() + " (reports/trust.json)");
            assertThat(report.faults()).hasSizeGreaterThanOrEqualTo(FAULTS_AT_LEAST);
            assertThat(report.falseAlarms()).as("false alarms").isEmpty();
            assertThat(report.detection()).as("detected, percent").isGreaterThanOrEqualTo(DETECTION_AT_LEAST);
            assertThat(report.localisation())
                    .as("detected by an expected scenario, percent")
                    .isGreaterThanOrEqualTo(LOCALISATION_AT_LEAST);
        } finally {
            CurrentRun.end();
        }
    }
}
