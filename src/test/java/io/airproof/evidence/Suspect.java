package io.airproof.evidence;

/** The part to look at first when a promise is broken. A hint for the reader, not a verdict. */
public enum Suspect {
    BROADCASTER("broadcaster (the suite's publisher)"),
    MEDIAMTX("MediaMTX"),
    MEDIA_SERVICE("media-service"),
    STS("STS"),
    SUITE("the suite itself");

    private final String label;

    Suspect(String label) {
        this.label = label;
    }

    /** How a reader knows this part. */
    public String label() {
        return label;
    }
}
