package io.airproof.run;

/** When the content of a programme begins. */
public enum Start {
    /** With the worker's reader, after slate: nothing of the content is lost. */
    CUED,
    /** At once, as a camera does: what comes before the server serves the path is lost. */
    UNCUED
}
