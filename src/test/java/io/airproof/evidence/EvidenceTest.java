package io.airproof.evidence;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

class EvidenceTest {
    private final Evidence evidence = new Evidence();
    private final List<Evidence.Attachment> attached = new ArrayList<>();

    private static Measurement seconds(String requirement, double value) {
        return new Measurement(
                requirement, "time", value, "s", Limit.atMost(10, "s", "seed 001"), Provenance.OBSERVED, "first event");
    }

    @Test
    void keptMeasurementsAreAttached() {
        evidence.bind(attached::add);
        evidence.prove(seconds("DUB-003", 8));

        assertThat(attached).singleElement().satisfies(one -> {
            assertThat(one.mediaType()).isEqualTo("application/vnd.airproof.measurement+json");
            WireFormat.Reading read = WireFormat.read(one.body());
            assertThat(read.requirement()).isEqualTo("DUB-003");
            assertThat(read.value()).isEqualTo(8);
            assertThat(read.margin()).isEqualTo(2);
            assertThat(read.kept()).isTrue();
            assertThat(read.provenance()).isEqualTo(Provenance.OBSERVED);
        });
    }

    @Test
    void brokenMeasurementsAreAttachedAndThenFail() {
        evidence.bind(attached::add);
        evidence.file(Path.of("target/run/tap.ndjson"));

        assertThatThrownBy(() -> evidence.prove(seconds("DUB-003", 12)))
                .isInstanceOf(AssertionError.class)
                .hasMessageContaining("DUB-003 is broken")
                .hasMessageContaining("missed by 2 s")
                .hasMessageContaining("target/run/tap.ndjson");
        assertThat(attached).hasSize(2);
        assertThat(evidence.measuredRequirements()).containsExactly("DUB-003");
    }

    @Test
    void allAreRecordedBeforeTheFirstFails() {
        evidence.bind(attached::add);

        assertThatThrownBy(() -> evidence.proveAll(
                        List.of(seconds("DUB-001", 11), seconds("DUB-002", 9), seconds("DUB-003", 12))))
                .hasMessageContaining("2 of 3")
                .hasMessageContaining("DUB-001")
                .hasMessageContaining("DUB-003");
        assertThat(evidence.measurements()).hasSize(3);
        assertThat(attached).hasSize(3);
    }

    @Test
    void nothingIsNoProof() {
        assertThatThrownBy(() -> evidence.proveAll(List.of())).hasMessageContaining("Nothing to prove");
    }

    @Test
    void whatComesBeforeTheBindingIsNotLost() {
        evidence.prove(seconds("DUB-003", 8));
        evidence.bind(attached::add);
        assertThat(attached).hasSize(1);
    }

    @Test
    void aTaggedRequirementWithoutMeasurementIsNotMeasured() {
        evidence.prove(seconds("DUB-003", 8));

        assertThatCode(() -> evidence.requireMeasured(List.of("@p1", "@DUB-003")))
                .doesNotThrowAnyException();
        assertThatThrownBy(() -> evidence.requireMeasured(List.of("@p1", "@DUB-003", "@DUB-005")))
                .isInstanceOf(NotMeasuredException.class)
                .hasMessageStartingWith("DUB-005 was not measured");
    }

    @Test
    void whatCannotBeMeasuredSaysWhy() {
        assertThatThrownBy(() -> evidence.notMeasured("DUB-007", "the recorder got no packet"))
                .isInstanceOf(NotMeasuredException.class)
                .hasMessage("DUB-007 was not measured: the recorder got no packet");
    }

    @Test
    void aNumberThatIsNoneIsRefused() {
        assertThatThrownBy(() -> seconds("DUB-003", Double.NaN)).hasMessageContaining("notMeasured");
        assertThatThrownBy(() -> seconds("3", 1)).hasMessageContaining("no requirement id");
        assertThatThrownBy(() -> new Measurement(
                        "DUB-003",
                        "time",
                        8,
                        "ms",
                        Limit.atMost(10, "s", "seed 001"),
                        Provenance.OBSERVED,
                        "first event"))
                .hasMessageContaining("Use one unit");
    }
}
