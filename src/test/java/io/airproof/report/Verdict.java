package io.airproof.report;

import io.airproof.evidence.KnownDefectException;
import io.airproof.evidence.NotMeasuredException;
import io.airproof.evidence.NotRunHereException;
import io.cucumber.messages.types.Exception;
import io.cucumber.messages.types.TestStepResult;
import io.cucumber.messages.types.TestStepResultStatus;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;

/** What the step results of one attempt come to: status and reason. */
record Verdict(Status status, String reason) {
    private static final Verdict PASSED = new Verdict(Status.PASSED, "");

    /**
     * Judges one finished attempt. A failure outweighs a missing measurement, which outweighs a skipped step. What is red
     * is told in the order in which it happened: a hook's failure does not hide the step's.
     */
    static Verdict of(List<TestStepResult> results) {
        List<Verdict> all = results.stream().map(Verdict::of).toList();
        Verdict worst = all.stream()
                .max(Comparator.comparingInt(one -> weight(one.status())))
                .orElse(PASSED);
        if (!isRed(worst.status())) {
            return worst;
        }
        String reasons = all.stream()
                .filter(one -> isRed(one.status()))
                .map(Verdict::reason)
                .distinct()
                .collect(Collectors.joining(System.lineSeparator()));
        return new Verdict(worst.status(), reasons);
    }

    private static boolean isRed(Status status) {
        return status == Status.FAILED || status == Status.NOT_MEASURED;
    }

    /** A defect that is known keeps its own status; one that is gone is news, and red. */
    Verdict withKnownDefect() {
        return switch (status) {
            case FAILED -> new Verdict(Status.KNOWN_DEFECT, reason);
            case PASSED ->
                new Verdict(Status.FAILED, "The known defect no longer shows: take the tag @known-defect away.");
            default -> this;
        };
    }

    private static Verdict of(TestStepResult result) {
        TestStepResultStatus status = result.getStatus();
        Optional<Exception> thrown = result.getException();
        String reason = thrown.flatMap(Exception::getMessage)
                .or(result::getMessage)
                .orElse("step is " + status.value().toLowerCase(java.util.Locale.ROOT));
        String type = thrown.map(Exception::getType).orElse("");
        if (type.equals(NotMeasuredException.class.getName())) {
            return new Verdict(Status.NOT_MEASURED, reason);
        }
        if (type.equals(KnownDefectException.class.getName())) {
            return new Verdict(Status.KNOWN_DEFECT, reason);
        }
        return switch (status) {
            case PASSED -> PASSED;
            case SKIPPED ->
                new Verdict(
                        Status.NOT_RUN,
                        type.equals(NotRunHereException.class.getName()) || thrown.isPresent()
                                ? reason
                                : "skipped without a reason");
            case UNDEFINED ->
                new Verdict(
                        Status.FAILED,
                        "A step has no definition in io.airproof.steps: write it, or correct the sentence.");
            case AMBIGUOUS, FAILED, PENDING, UNKNOWN -> new Verdict(Status.FAILED, reason);
        };
    }

    private static int weight(Status status) {
        return switch (status) {
            case FAILED -> 4;
            case NOT_MEASURED -> 3;
            case KNOWN_DEFECT -> 2;
            case NOT_RUN -> 1;
            default -> 0;
        };
    }
}
