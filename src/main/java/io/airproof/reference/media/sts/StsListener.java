package io.airproof.reference.media.sts;

import org.json.JSONObject;

/** What the STS says; called on a thread of the connection. */
public interface StsListener {

    /** A session is there. */
    void ready(JSONObject body);

    /** A result. */
    void processed(JSONObject body);

    /** A refusal. */
    void error(StsFailure failure);

    /** A change of load. */
    void backpressure(JSONObject body);

    /** The session has ended as asked. */
    void complete(JSONObject body);

    /** The connection could not be made, or was lost. */
    void disconnected(String why);
}
