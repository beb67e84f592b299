package io.airproof.run;

import io.airproof.driver.mediamtx.MediaMtxApi;
import io.airproof.driver.tap.Admission;
import io.airproof.driver.tap.Cut;
import io.airproof.driver.tap.Direction;
import io.airproof.driver.tap.FaultPlan;
import io.airproof.driver.tap.Message;
import io.airproof.stack.ServiceProcess;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.Duration;
import java.time.Instant;
import org.json.JSONObject;

/** What can happen to a programme between its worker and the STS. */
public final class Incidents {

    /** Name of a further viewer's coming. */
    public static final String VIEWER = "viewer tunes in";

    private static final String EVENT = "backpressure";

    private Incidents() {}

    /** The STS sends a {@code backpressure} event with this action, without a recommended delay (contract §4.9). */
    public static Incident.Action asks(String action) {
        return stage -> say(stage, pressure(stage, action).put("recommended_delay_ms", JSONObject.NULL));
    }

    /** The STS asks to slow down by this. */
    public static Incident.Action asksToSlowDown(Duration by) {
        return stage -> say(stage, pressure(stage, "slow_down").put("recommended_delay_ms", by.toMillis()));
    }

    /** The connection breaks, as when a router restarts; whatever was wrong before is not any more. */
    public static Incident.Action linkIsReset() {
        return stage -> {
            stage.tap().faults(stage.streamId(), stage.healthy());
            stage.tap().cut(stage.streamId(), Cut.RESET);
        };
    }

    /** The connection breaks, and nobody is there any more. */
    public static Incident.Action stsGoesAway() {
        return stage -> {
            stage.tap().faults(stage.streamId(), FaultPlan.none().admitting(new Admission.Reset()));
            stage.tap().cut(stage.streamId(), Cut.RESET);
        };
    }

    /** The STS is there again, as healthy as can be. */
    public static Incident.Action stsIsBack() {
        return stage -> stage.tap().faults(stage.streamId(), stage.healthy());
    }

    /** The media server throws out who publishes the output. */
    public static Incident.Action outputIsThrownOut() {
        return stage ->
                new MediaMtxApi(stage.site().stack().mediaMtxApi()).kickPublisher("live/" + stage.streamId() + "/out");
    }

    /** The media server lets the worker read no more, and says nothing. */
    public static Incident.Action sourceIsLost() {
        return stage -> stage.site()
                .relay()
                .orElseThrow(() -> new IllegalStateException("there is no relay before the media server"))
                .refuseReaders("live/" + stage.streamId() + "/in");
    }

    /** The media server is killed, and started again. */
    public static Incident.Action mediaServerRestarts() {
        return stage -> stage.site().stack().restartMediaServer();
    }

    /** Nothing more than its name: marks the time of what is in the source. */
    public static Incident.Action nothing() {
        return stage -> {};
    }

    /** The process of the media-service is looked at; that disturbs nothing. */
    public static Incident.Action processIsLookedAt() {
        return stage -> {
            ServiceProcess process = stage.site().stack().mediaServiceProcess();
            try {
                stage.looks().add(new ProcessLook(Instant.now(), process.memory(), process.openFiles()));
            } catch (IOException e) {
                throw new UncheckedIOException("the process of the media-service cannot be looked at", e);
            }
        };
    }

    /** One more viewer tunes in. */
    public static Incident.Action viewerTunesIn() {
        return stage -> stage.audience().grow();
    }

    private static void say(Stage stage, JSONObject body) {
        stage.tap().say(stage.streamId(), Direction.STS_TO_WORKER, Message.event(EVENT, body));
    }

    private static JSONObject pressure(Stage stage, String action) {
        return new JSONObject()
                .put("stream_id", stage.streamId())
                .put("severity", action.equals("pause") ? "high" : action.equals("slow_down") ? "medium" : "low")
                .put("action", action)
                .put("current_inflight", 0)
                .put("queue_depth", 0);
    }
}
