package io.airproof.driver.rtmp;

import java.nio.BufferUnderflowException;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Reads AMF0 (Action Message Format 0) as far as RTMP commands and metadata need it. */
final class Amf {

    /** A value. */
    sealed interface Value {}

    /** A text. */
    record Text(String text) implements Value {}

    /** A number; whole ones show no decimals. */
    record Real(double number) implements Value {}

    /** Yes or no. */
    record Bool(boolean is) implements Value {}

    /** Members by name, in order. */
    record Members(Map<String, Value> members) implements Value {
        Members {
            members = java.util.Collections.unmodifiableMap(new LinkedHashMap<>(members));
        }
    }

    /** Values in order, such as the codecs that a client can take. */
    record Items(List<Value> items) implements Value {
        Items {
            items = List.copyOf(items);
        }
    }

    /** Null, undefined, or of a kind that nothing here reads. */
    record Nothing() implements Value {}

    private static final int NUMBER = 0;
    private static final int BOOLEAN = 1;
    private static final int STRING = 2;
    private static final int OBJECT = 3;
    private static final int ARRAY = 8;
    private static final int END = 9;
    private static final int LIST = 10;

    private Amf() {}

    /** The values of a message, up to the first that cannot be read. */
    static List<Value> values(byte[] payload) {
        ByteBuffer in = ByteBuffer.wrap(payload);
        List<Value> values = new ArrayList<>();
        try {
            while (in.hasRemaining()) {
                values.add(value(in));
            }
        } catch (BufferUnderflowException e) {
            // A cut value: what came before it stands.
        }
        return List.copyOf(values);
    }

    private static Value value(ByteBuffer in) {
        return switch (in.get()) {
            case NUMBER -> new Real(in.getDouble());
            case BOOLEAN -> new Bool(in.get() != 0);
            case STRING -> new Text(text(in));
            case OBJECT -> members(in);
            case ARRAY -> {
                in.getInt();
                yield members(in);
            }
            case LIST -> {
                List<Value> items = new ArrayList<>();
                for (int left = in.getInt(); left > 0; left--) {
                    items.add(value(in));
                }
                yield new Items(items);
            }
            default -> new Nothing();
        };
    }

    private static Members members(ByteBuffer in) {
        Map<String, Value> members = new LinkedHashMap<>();
        while (true) {
            String name = text(in);
            if (name.isEmpty() && in.get(in.position()) == END) {
                in.get();
                return new Members(members);
            }
            members.put(name, value(in));
        }
    }

    private static String text(ByteBuffer in) {
        int length = in.getShort() & 0xFFFF;
        if (in.remaining() < length) {
            throw new BufferUnderflowException();
        }
        byte[] bytes = new byte[length];
        in.get(bytes);
        return new String(bytes, StandardCharsets.UTF_8);
    }
}
