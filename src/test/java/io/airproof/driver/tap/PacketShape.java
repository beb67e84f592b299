package io.airproof.driver.tap;

import java.util.OptionalLong;

/**
 * The form of a recorded packet, for the rules on the form: one JSON object per event, no binary, no callbacks.
 *
 * @param type the Socket.IO packet type
 * @param namespace {@code /} unless the packet names another
 * @param ackId the acknowledgement callback asked for, if any
 * @param attachments number of binary attachments
 * @param arguments number of arguments of an event after its name; 0 for other types
 * @param bytes length of the WebSocket message in bytes
 */
public record PacketShape(
        SocketIoPacket.Type type, String namespace, OptionalLong ackId, int attachments, int arguments, long bytes) {

    /** An event as contract 4.1 asks for: root namespace, exactly one argument, no attachments, no callback. */
    public boolean isOneObject() {
        return type == SocketIoPacket.Type.EVENT
                && namespace.equals(SocketIoPacket.ROOT)
                && ackId.isEmpty()
                && attachments == 0
                && arguments == 1;
    }
}
