package io.airproof.reference.sts.dub.sound;

/** Bytes are no sound that can be used; the message says why. */
public final class SoundException extends Exception {

    private static final long serialVersionUID = 1L;

    SoundException(String message) {
        super(message);
    }
}
