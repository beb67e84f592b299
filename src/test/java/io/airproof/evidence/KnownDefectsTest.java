package io.airproof.evidence;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class KnownDefectsTest {

    private static final KnownDefects LIST =
            KnownDefects.parse(List.of("# of the old deployment", "", "DUB-049  https://example.org/49"), "known.txt");

    private final Evidence evidence = new Evidence();

    private static Measurement figure(String id, double value) {
        return new Measurement(
                id,
                "offset",
                value,
                "ms",
                Limit.below(120, "ms", "catalogue"),
                Provenance.MEASURED,
                "segment 0",
                Optional.empty());
    }

    @Test
    void aFileIsReadAndALineThatIsNoneIsNamed() {
        assertThat(LIST.links()).isEqualTo(Map.of("DUB-049", "https://example.org/49"));
        assertThatThrownBy(() -> KnownDefects.parse(List.of("DUB-49 x"), "known.txt"))
                .hasMessageContainingAll("known.txt", "DUB-49 x", "a link");
    }

    @Test
    void onlyTheDefectsOfTheScenarioCountOrAllOfItsIdsWhereItIsTagged() {
        assertThat(LIST.among(List.of("@p1", "@DUB-049", "@DUB-001")).links()).containsOnlyKeys("DUB-049");
        assertThat(LIST.among(List.of("@DUB-001")).links()).isEmpty();
        assertThat(LIST.among(List.of("@DUB-001", "@known-defect")).links()).containsOnlyKeys("DUB-001");
    }

    @Test
    void aKnownDefectThatShowsIsNoFailureAndOneThatDoesNotIs() {
        evidence.expectDefects(LIST.among(List.of("@DUB-049")));
        assertThatThrownBy(() -> evidence.prove(figure("DUB-049", 150)))
                .isInstanceOf(KnownDefectException.class)
                .hasMessageContainingAll("Known defect, https://example.org/49", "150 ms");
        evidence.prove(figure("DUB-049", 10));
        assertThatThrownBy(evidence::requireDefects)
                .isInstanceOf(AssertionError.class)
                .hasMessageContainingAll("no longer shows", "DUB-049");
    }

    @Test
    void whatElseIsBrokenStaysAFailure() {
        evidence.expectDefects(LIST.among(List.of("@DUB-049", "@DUB-050")));
        assertThatThrownBy(() -> evidence.proveAll(List.of(figure("DUB-049", 150), figure("DUB-050", 150))))
                .isInstanceOf(AssertionError.class);
    }

    @Test
    void withoutAListNothingIsExpected() {
        assertThatCode(evidence::requireDefects).doesNotThrowAnyException();
    }
}
