package io.airproof.reference.sts.wire;

import com.fasterxml.jackson.databind.JsonNode;

/** Hears what one peer says. */
public interface PeerListener {

    /** An event with its first argument; a missing argument is JSON null. */
    void event(String name, JsonNode body);

    /** The connection is gone, whoever ended it. Called once, after which nothing else is called. */
    void closed();
}
