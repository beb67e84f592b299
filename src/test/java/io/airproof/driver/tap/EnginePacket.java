package io.airproof.driver.tap;

/**
 * One packet of Engine.IO, protocol 4, as it stands in a WebSocket text frame: a digit, then data.
 *
 * @param type what it is
 * @param data what follows the digit; for a {@link Type#MESSAGE} a Socket.IO packet
 */
public record EnginePacket(Type type, String data) {

    /** In the order of their digits, 0 to 6. */
    public enum Type {
        OPEN,
        CLOSE,
        PING,
        PONG,
        MESSAGE,
        UPGRADE,
        NOOP
    }

    /**
     * Reads the text of one WebSocket text message.
     *
     * @throws PacketFormatException if it is empty or does not start with a digit 0–6
     */
    public static EnginePacket parse(String text) throws PacketFormatException {
        if (text.isEmpty()) {
            throw new PacketFormatException("an empty text is not an Engine.IO packet", text);
        }
        int digit = text.charAt(0) - '0';
        if (digit < 0 || digit >= Type.values().length) {
            throw new PacketFormatException("an Engine.IO packet starts with a digit 0–6", text);
        }
        return new EnginePacket(Type.values()[digit], text.substring(1));
    }

    /** The text of the WebSocket message. */
    public String encode() {
        return type.ordinal() + data;
    }
}
