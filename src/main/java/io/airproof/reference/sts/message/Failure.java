package io.airproof.reference.sts.message;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.Optional;

/**
 * Why an accepted fragment has no dub.
 *
 * @param code of the table of errors, or what a simulation asks for
 * @param message what is wrong, for a person
 * @param stage where it happened
 * @param retryable whether the same fragment may succeed when it is sent again
 */
public record Failure(String code, String message, Optional<Stage> stage, boolean retryable) {

    /** A failure of the table of errors. */
    public static Failure of(ErrorCode code, Stage stage, String message) {
        return new Failure(code.name(), message, Optional.of(stage), code.retryable());
    }

    ObjectNode json() {
        return Json.object()
                .put("code", code)
                .put("message", message)
                .put("stage", stage.map(Stage::wireName).orElse(null))
                .put("retryable", retryable);
    }
}
