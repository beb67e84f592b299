package io.airproof.driver.sts;

import org.json.JSONArray;
import org.json.JSONObject;

/**
 * A rule of {@code config:error_simulation} (contract 4.11, echo profile).
 *
 * @param trigger {@code sequence_number}, {@code fragment_id} or {@code nth_fragment}
 * @param value what the trigger is compared with
 * @param code of the error
 * @param stage where it is said to happen
 * @param retryable its flag
 */
public record SimulatedError(String trigger, int value, String code, String stage, boolean retryable) {

    /** The message that brings this rule, alone, into force. */
    public JSONObject toJson() {
        JSONObject rule = new JSONObject()
                .put("trigger", trigger)
                .put("value", value)
                .put("error_code", code)
                .put("stage", stage)
                .put("retryable", retryable);
        return new JSONObject().put("enabled", true).put("rules", new JSONArray().put(rule));
    }

    /** The message that ends all simulation. */
    public static JSONObject off() {
        return new JSONObject().put("enabled", false);
    }
}
