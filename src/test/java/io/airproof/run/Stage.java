package io.airproof.run;

import io.airproof.driver.tap.FaultPlan;
import io.airproof.driver.tap.Tap;
import java.util.List;

/**
 * Where an incident happens.
 *
 * @param streamId the programme's stream
 * @param tap between its worker and the STS
 * @param site the services it runs on
 * @param healthy what the tap does when nothing is wrong
 * @param audience viewers beside the one that is always there
 * @param looks where looks at the process of the media-service are kept
 */
public record Stage(
        String streamId, Tap tap, Site site, FaultPlan healthy, Audience audience, List<ProcessLook> looks) {}
