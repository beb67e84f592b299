package io.airproof.driver.tap;

import java.time.Instant;
import java.util.Optional;
import org.json.JSONArray;
import org.json.JSONObject;

/** What a delivered message looks like in the record; pure. */
final class WireEvents {

    private WireEvents() {}

    /**
     * The entry of a message.
     *
     * @return empty for what is no Socket.IO packet by intention: binary, control frames, Engine.IO's own packets
     * @throws PacketFormatException if it is a text that should be a packet and is none
     */
    static Optional<WireEvent> of(Parcel parcel, Direction direction, long connection, Instant deliveredAt)
            throws PacketFormatException {
        Optional<String> text = parcel.message().text();
        if (text.isEmpty()) {
            return Optional.empty();
        }
        EnginePacket engine = EnginePacket.parse(text.get());
        if (engine.type() != EnginePacket.Type.MESSAGE) {
            return Optional.empty();
        }
        SocketIoPacket packet = SocketIoPacket.parse(engine.data());
        String name = name(packet);
        JSONObject body = new JSONObject();
        int arguments = 0;
        if (packet.type().isEvent()) {
            JSONArray all = packet.arguments();
            name = all.optString(0);
            arguments = Math.max(0, all.length() - 1);
            body = Optional.ofNullable(all.optJSONObject(1)).orElse(body);
        } else if (packet.type() == SocketIoPacket.Type.CONNECT || packet.type() == SocketIoPacket.Type.CONNECT_ERROR) {
            body = packet.object();
        }
        PacketShape shape = new PacketShape(
                packet.type(),
                packet.namespace(),
                packet.ackId(),
                packet.attachments(),
                arguments,
                parcel.message().length());
        return Optional.of(
                new WireEvent(parcel.at(), direction, name, body, connection, deliveredAt, parcel.origin(), shape));
    }

    private static String name(SocketIoPacket packet) {
        return switch (packet.type()) {
            case CONNECT -> WireEvent.CONNECT;
            case CONNECT_ERROR -> WireEvent.CONNECT_ERROR;
            case DISCONNECT -> WireEvent.DISCONNECT;
            case ACK, BINARY_ACK -> WireEvent.ACK;
            case EVENT, BINARY_EVENT -> "";
        };
    }
}
