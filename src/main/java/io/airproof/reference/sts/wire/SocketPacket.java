package io.airproof.reference.sts.wire;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.NullNode;
import io.airproof.reference.sts.message.Json;

/**
 * The text of a Socket.IO 5 packet inside an Engine.IO message (without the leading {@code 4}).
 *
 * <p>Binary packets and acknowledgements are read as {@link Other}: the contract has neither.
 */
sealed interface SocketPacket {

    /** The namespace, {@code /} unless it is written. */
    String namespace();

    /** A wish to join. */
    record Connect(String namespace) implements SocketPacket {}

    /** A goodbye. */
    record Disconnect(String namespace) implements SocketPacket {}

    /** An event with its first argument. */
    record Event(String namespace, String name, JsonNode body) implements SocketPacket {}

    /** Something the contract has no use for. */
    record Other(String namespace) implements SocketPacket {}

    /**
     * Reads a packet.
     *
     * @throws IllegalArgumentException if the text is no packet
     */
    static SocketPacket parse(String text) {
        if (text.isEmpty()) {
            throw new IllegalArgumentException("an empty Socket.IO packet");
        }
        int at = 1;
        String namespace = "/";
        if (text.length() > at && text.charAt(at) == '/') {
            int comma = text.indexOf(',', at);
            int end = comma < 0 ? text.length() : comma;
            namespace = text.substring(at, end);
            at = Math.min(text.length(), end + 1);
        }
        return switch (text.charAt(0)) {
            case '0' -> new Connect(namespace);
            case '1' -> new Disconnect(namespace);
            case '2' -> event(namespace, text, at);
            case '3', '4', '5', '6' -> new Other(namespace);
            default -> throw new IllegalArgumentException("unknown Socket.IO packet type " + text.charAt(0));
        };
    }

    private static SocketPacket event(String namespace, String text, int from) {
        int at = from;
        while (at < text.length() && Character.isDigit(text.charAt(at))) {
            at++;
        }
        JsonNode list = Json.parse(text.substring(at));
        if (!list.isArray() || !list.path(0).isTextual()) {
            throw new IllegalArgumentException("an event must be a list that starts with its name");
        }
        return new Event(namespace, list.path(0).textValue(), list.size() > 1 ? list.path(1) : NullNode.getInstance());
    }

    /** The Engine.IO message of an event in the main namespace. */
    static String event(String name, JsonNode body) {
        ArrayNode list = JsonNodeFactory.instance.arrayNode().add(name).add(body);
        return "42" + Json.text(list);
    }

    /** The Engine.IO message that lets a peer in. */
    static String welcome(String sid) {
        return "40" + Json.text(Json.object().put("sid", sid));
    }

    /** The Engine.IO message that refuses a peer. */
    static String connectError(String namespace, JsonNode error) {
        return "44" + (namespace.equals("/") ? "" : namespace + ",") + Json.text(error);
    }

    /** The Engine.IO message that ends a connection. */
    static String goodbye() {
        return "41";
    }
}
