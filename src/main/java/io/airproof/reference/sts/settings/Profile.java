package io.airproof.reference.sts.settings;

/** The two ways to serve the contract. */
public enum Profile {
    /** Recognises, translates and speaks. */
    DUBBING("sts-service"),
    /** Gives the audio back. */
    ECHO("echo-sts");

    private final String serviceName;

    Profile(String serviceName) {
        this.serviceName = serviceName;
    }

    /** The name in {@code /health} and in the log. */
    public String serviceName() {
        return serviceName;
    }
}
