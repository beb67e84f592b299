package io.airproof.driver.sts;

import java.util.List;
import org.json.JSONObject;

/** The rules for {@code stream:ready} (contract 4.3); pure. */
public final class StreamReadyContract {

    private StreamReadyContract() {}

    /**
     * Checks an answer to {@code stream:init}.
     *
     * @param ready the body of {@code stream:ready}
     * @param init what was sent
     * @return what is wrong, nothing if all is well
     */
    public static List<Violation> check(JSONObject ready, StreamInit init) {
        Findings findings = Findings.in(ready);
        findings.copied("stream_id", new JSONObject().put("stream_id", init.streamId()));
        findings.uuid("session_id");
        findings.integer("max_inflight", 1, init.maxInflight());
        findings.object("capabilities").ifPresent(capabilities -> {
            capabilities.oneFlag("batch_processing", false);
            capabilities.oneFlag("async_delivery", true);
        });
        return findings.all();
    }
}
