package io.airproof.driver.http;

import java.time.Duration;
import org.json.JSONObject;

/**
 * An answer.
 *
 * @param status HTTP status
 * @param body its JSON object, not to be changed
 * @param took from the call to the whole answer
 */
public record HealthReply(int status, JSONObject body, Duration took) {}
