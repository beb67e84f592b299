package io.airproof.run;

import io.airproof.driver.tap.FaultPlan;
import io.airproof.driver.tap.Tap;

/**
 * Where an incident happens.
 *
 * @param streamId the programme's stream
 * @param tap between its worker and the STS
 * @param site the services it runs on
 * @param healthy what the tap does when nothing is wrong
 * @param audience viewers beside the one that is always there
 */
public record Stage(String streamId, Tap tap, Site site, FaultPlan healthy, Audience audience) {}
