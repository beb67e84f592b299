package io.airproof.driver.tap;

import io.airproof.driver.tap.SocketIoPacket.Type;
import java.util.Optional;
import java.util.OptionalLong;

/** Reads one Socket.IO packet from left to right. */
final class SocketIoReader {

    /** More attachments than this are a wrong packet, not a busy peer. */
    private static final int MAX_ATTACHMENTS = 1_000_000;

    private final String text;
    private int at;

    SocketIoReader(String text) {
        this.text = text;
    }

    SocketIoPacket read() throws PacketFormatException {
        Type type = type();
        int attachments = type.isBinary() ? attachments() : 0;
        String namespace = namespace();
        OptionalLong ackId = number();
        Optional<String> json = at < text.length() ? Optional.of(text.substring(at)) : Optional.empty();
        boolean needsArray = type.isEvent() || type == Type.ACK || type == Type.BINARY_ACK;
        if (needsArray && !json.orElse("").startsWith("[")) {
            throw new PacketFormatException(type + " needs a JSON array", text);
        }
        return new SocketIoPacket(type, attachments, namespace, ackId, json);
    }

    private Type type() throws PacketFormatException {
        int digit = text.isEmpty() ? -1 : text.charAt(0) - '0';
        if (digit < 0 || digit >= Type.values().length) {
            throw new PacketFormatException("a Socket.IO packet starts with a digit 0–6", text);
        }
        at = 1;
        return Type.values()[digit];
    }

    private int attachments() throws PacketFormatException {
        OptionalLong count = number();
        if (count.isEmpty() || count.getAsLong() > MAX_ATTACHMENTS || at >= text.length() || text.charAt(at) != '-') {
            throw new PacketFormatException("a binary packet names its attachments as <count>-", text);
        }
        at++;
        return (int) count.getAsLong();
    }

    private String namespace() {
        if (at >= text.length() || text.charAt(at) != '/') {
            return SocketIoPacket.ROOT;
        }
        int comma = text.indexOf(',', at);
        int end = comma < 0 ? text.length() : comma;
        String namespace = text.substring(at, end);
        at = comma < 0 ? end : end + 1;
        return namespace;
    }

    private OptionalLong number() throws PacketFormatException {
        int from = at;
        while (at < text.length() && text.charAt(at) >= '0' && text.charAt(at) <= '9') {
            at++;
        }
        if (at == from) {
            return OptionalLong.empty();
        }
        try {
            return OptionalLong.of(Long.parseLong(text, from, at, 10));
        } catch (NumberFormatException e) {
            throw new PacketFormatException("a number is too large", text);
        }
    }
}
