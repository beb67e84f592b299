package io.airproof.driver.tap;

import java.util.Objects;
import java.util.Optional;
import java.util.OptionalLong;
import org.json.JSONArray;
import org.json.JSONException;
import org.json.JSONObject;

/**
 * One packet of Socket.IO, protocol 5: {@code <type>[<attachments>-][<namespace>,][<ack id>][<JSON>]}. Pure syntax: the
 * JSON is kept as text and read by {@link #arguments()} or {@link #object()}.
 *
 * @param type what it is
 * @param attachments number of binary attachments that follow in frames of their own; 0 for all but the binary types
 * @param namespace starts with {@code /}; {@code /} when the packet names none
 * @param ackId the acknowledgement callback asked for (event) or answered (ack)
 * @param json the payload as text, if there is any
 */
public record SocketIoPacket(Type type, int attachments, String namespace, OptionalLong ackId, Optional<String> json) {

    /** In the order of their digits, 0 to 6. */
    public enum Type {
        CONNECT,
        DISCONNECT,
        EVENT,
        ACK,
        CONNECT_ERROR,
        BINARY_EVENT,
        BINARY_ACK;

        /** Binary event or binary ack. */
        public boolean isBinary() {
            return this == BINARY_EVENT || this == BINARY_ACK;
        }

        /** Event or binary event: the first argument is the name. */
        public boolean isEvent() {
            return this == EVENT || this == BINARY_EVENT;
        }
    }

    /** The namespace of a packet that names none. */
    public static final String ROOT = "/";

    public SocketIoPacket {
        Objects.requireNonNull(json);
        if (!namespace.startsWith("/") || namespace.indexOf(',') >= 0) {
            throw new IllegalArgumentException("a namespace starts with / and holds no comma: " + namespace);
        }
        if (attachments < 0 || (attachments > 0 && !type.isBinary())) {
            throw new IllegalArgumentException(type + " cannot have " + attachments + " attachments");
        }
        if (ackId.isPresent() && ackId.getAsLong() < 0) {
            throw new IllegalArgumentException("an acknowledgement id is not negative: " + ackId);
        }
    }

    /** An event on the root namespace with one JSON object. */
    public static SocketIoPacket event(String name, JSONObject body) {
        String json = new JSONArray().put(name).put(body).toString();
        return new SocketIoPacket(Type.EVENT, 0, ROOT, OptionalLong.empty(), Optional.of(json));
    }

    /**
     * Reads one packet, that is the data of an Engine.IO message.
     *
     * @throws PacketFormatException if the type digit, the attachment count or the payload of the type is wrong
     */
    public static SocketIoPacket parse(String text) throws PacketFormatException {
        return new SocketIoReader(text).read();
    }

    /** The text of this packet, without the digit of Engine.IO. */
    public String encode() {
        StringBuilder text = new StringBuilder();
        text.append(type.ordinal());
        if (type.isBinary()) {
            text.append(attachments).append('-');
        }
        if (!namespace.equals(ROOT)) {
            text.append(namespace).append(',');
        }
        ackId.ifPresent(text::append);
        json.ifPresent(text::append);
        return text.toString();
    }

    /**
     * The arguments of an event (the first is its name) or of an acknowledgement.
     *
     * @throws PacketFormatException if the payload is no JSON array
     */
    public JSONArray arguments() throws PacketFormatException {
        try {
            return new JSONArray(json.orElse(""));
        } catch (JSONException e) {
            throw new PacketFormatException("the payload of " + type + " is no JSON array", json.orElse(""));
        }
    }

    /**
     * The payload of a connect or connect error; an empty object where there is none.
     *
     * @throws PacketFormatException if there is a payload and it is no JSON object
     */
    public JSONObject object() throws PacketFormatException {
        if (json.isEmpty()) {
            return new JSONObject();
        }
        try {
            return new JSONObject(json.get());
        } catch (JSONException e) {
            throw new PacketFormatException("the payload of " + type + " is no JSON object", json.get());
        }
    }
}
