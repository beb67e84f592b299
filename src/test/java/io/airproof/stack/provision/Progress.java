package io.airproof.stack.provision;

/** Where long steps say what they do. Called from several threads. */
@FunctionalInterface
public interface Progress {

    /** Says one line, without a line end. */
    void say(String line);
}
