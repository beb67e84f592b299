package io.airproof.driver.tap;

/** A text is not an Engine.IO or Socket.IO packet; the message says what is wrong and shows the beginning of it. */
public final class PacketFormatException extends Exception {

    private static final long serialVersionUID = 1L;

    /** How much of a bad packet an error text shows, in characters. */
    static final int EXCERPT_CHARACTERS = 80;

    PacketFormatException(String what, String packet) {
        super(what + ": \"" + excerpt(packet) + "\"");
    }

    static String excerpt(String text) {
        return text.length() <= EXCERPT_CHARACTERS
                ? text
                : text.substring(0, EXCERPT_CHARACTERS) + "… (" + text.length() + " characters)";
    }
}
