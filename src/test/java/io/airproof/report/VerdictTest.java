package io.airproof.report;

import static org.assertj.core.api.Assertions.assertThat;

import io.airproof.evidence.NotMeasuredException;
import io.cucumber.messages.types.Duration;
import io.cucumber.messages.types.Exception;
import io.cucumber.messages.types.TestStepResult;
import io.cucumber.messages.types.TestStepResultStatus;
import java.util.List;
import org.junit.jupiter.api.Test;

class VerdictTest {

    private static final TestStepResult PASSED =
            new TestStepResult(new Duration(0L, 0L), null, TestStepResultStatus.PASSED, null);

    private static TestStepResult failed(String type, String message) {
        return new TestStepResult(
                new Duration(0L, 0L), message, TestStepResultStatus.FAILED, new Exception(type, message, null));
    }

    @Test
    void aHooksFailureDoesNotHideWhatTheStepCouldNotMeasure() {
        Verdict verdict = Verdict.of(List.of(
                PASSED,
                failed(NotMeasuredException.class.getName(), "the output never came back"),
                failed(AssertionError.class.getName(), "a line that nothing explains")));

        assertThat(verdict.status()).isEqualTo(Status.FAILED);
        assertThat(verdict.reason().lines())
                .containsExactly("the output never came back", "a line that nothing explains");
    }

    @Test
    void theSameReasonIsToldOnce() {
        TestStepResult one = failed(AssertionError.class.getName(), "the programme could not be played");

        assertThat(Verdict.of(List.of(one, one)).reason()).isEqualTo("the programme could not be played");
    }

    @Test
    void whatPassedHasNoReason() {
        assertThat(Verdict.of(List.of(PASSED, PASSED))).isEqualTo(new Verdict(Status.PASSED, ""));
    }
}
