package io.airproof.reference.media.settings;

/** A variable of the environment has no usable value; the message names it, its value and what is allowed. */
public final class SettingsException extends RuntimeException {
    private static final long serialVersionUID = 1L;

    SettingsException(String message) {
        super(message);
    }
}
