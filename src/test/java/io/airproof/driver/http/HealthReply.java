package io.airproof.driver.http;

import java.time.Duration;
import org.json.JSONObject;

/**
 * An answer.
 *
 * @param status HTTP status
 * @param body its JSON object, not to be changed
 * @param took from the call to the whole answer; the first call of a process also pays for class loading
 */
public record HealthReply(int status, JSONObject body, Duration took) {}
