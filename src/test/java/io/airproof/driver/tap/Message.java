package io.airproof.driver.tap;

import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Optional;
import org.json.JSONException;
import org.json.JSONObject;
import org.jspecify.annotations.Nullable;

/**
 * One WebSocket message: a text or binary message with all its fragments, or one control frame. Immutable; the frames
 * are those that arrived, so forwarding a message keeps its fragmentation. Text and packet are read on first use.
 */
public final class Message {

    private final List<Frame> frames;
    private volatile @Nullable String text;

    private Message(List<Frame> frames) {
        this.frames = frames;
    }

    static Message of(List<Frame> frames) {
        if (frames.isEmpty()) {
            throw new IllegalArgumentException("a message has at least one frame");
        }
        return new Message(List.copyOf(frames));
    }

    static Message of(Frame frame) {
        return new Message(List.of(frame));
    }

    /** A text message in one frame. */
    public static Message text(String text) {
        return of(Frame.of(Frame.Opcode.TEXT, text.getBytes(StandardCharsets.UTF_8)));
    }

    /** A Socket.IO event with one JSON object on the root namespace. */
    public static Message event(String name, JSONObject body) {
        return packet(SocketIoPacket.event(name, body));
    }

    /** A Socket.IO packet. */
    public static Message packet(SocketIoPacket packet) {
        return text(new EnginePacket(EnginePacket.Type.MESSAGE, packet.encode()).encode());
    }

    /** Its frames, at least one. */
    public List<Frame> frames() {
        return frames;
    }

    /** What it is: the opcode of its first frame. */
    public Frame.Opcode opcode() {
        return frames.get(0).opcode();
    }

    /** Payload length of all frames, in bytes. */
    public long length() {
        return frames.stream().mapToLong(Frame::length).sum();
    }

    /** The text of a text message (invalid UTF-8 becomes U+FFFD); empty for other kinds. */
    public Optional<String> text() {
        if (opcode() != Frame.Opcode.TEXT) {
            return Optional.empty();
        }
        String known = text;
        if (known == null) {
            known = decode();
            text = known;
        }
        return Optional.of(known);
    }

    /** The Engine.IO packet in it; empty if it is no text or no such packet. */
    public Optional<EnginePacket> engine() {
        return text().flatMap(content -> {
            try {
                return Optional.of(EnginePacket.parse(content));
            } catch (PacketFormatException e) {
                return Optional.empty();
            }
        });
    }

    /** The Socket.IO packet in it; empty if there is none that can be read. */
    public Optional<SocketIoPacket> socketIo() {
        return engine().filter(packet -> packet.type() == EnginePacket.Type.MESSAGE)
                .flatMap(packet -> {
                    try {
                        return Optional.of(SocketIoPacket.parse(packet.data()));
                    } catch (PacketFormatException e) {
                        return Optional.empty();
                    }
                });
    }

    /** The name of the Socket.IO event in it; empty if it is not an event. */
    public Optional<String> eventName() {
        return socketIo().filter(packet -> packet.type().isEvent()).flatMap(packet -> {
            try {
                return Optional.of(packet.arguments().getString(0));
            } catch (PacketFormatException | JSONException e) {
                return Optional.empty();
            }
        });
    }

    /** The JSON object of the Socket.IO event in it; empty if it is not an event with an object. */
    public Optional<JSONObject> eventBody() {
        return socketIo().filter(packet -> packet.type().isEvent()).flatMap(packet -> {
            try {
                return Optional.ofNullable(packet.arguments().optJSONObject(1));
            } catch (PacketFormatException e) {
                return Optional.empty();
            }
        });
    }

    private String decode() {
        if (frames.size() == 1) {
            return StandardCharsets.UTF_8.decode(frames.get(0).payload()).toString();
        }
        ByteArrayOutputStream all = new ByteArrayOutputStream();
        for (Frame frame : frames) {
            byte[] part = new byte[frame.length()];
            frame.payload().get(part);
            all.writeBytes(part);
        }
        return all.toString(StandardCharsets.UTF_8);
    }

    @Override
    public String toString() {
        return text().map(content -> opcode() + " " + PacketFormatException.excerpt(content))
                .orElseGet(() -> opcode() + ", " + length() + " bytes");
    }
}
