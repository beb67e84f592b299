package io.airproof.reference.sts.session;

/** The states of a session (contract 4.7); before the first init there is none. */
public enum State {
    INITIALIZING,
    ACTIVE,
    PAUSED,
    ENDING,
    COMPLETED
}
