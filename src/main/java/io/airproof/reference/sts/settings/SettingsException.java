package io.airproof.reference.sts.settings;

/** A variable of the environment cannot be used; the message names it, its value, and what would be right. */
public final class SettingsException extends RuntimeException {

    private static final long serialVersionUID = 1L;

    SettingsException(String variable, String value, String expected) {
        super(variable + " is \"" + value + "\", but must be " + expected);
    }
}
