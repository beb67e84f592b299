package io.airproof.reference.sts.wire;

/** Takes new peers. */
@FunctionalInterface
public interface Reception {

    /** Called on the thread of the connection when the peer has joined. */
    PeerListener joined(Peer peer);
}
