package io.airproof.driver.tap;

import io.airproof.driver.tap.Connection.Closer;
import io.airproof.driver.tap.Connection.End;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.OptionalInt;

/** Reads WebSocket close frames (RFC 6455 §5.5.1): a code of two bytes and a text, or nothing. */
final class CloseFrames {

    private CloseFrames() {}

    static End end(Message close, Instant at, Closer by) {
        ByteBuffer payload = close.frames().get(0).payload();
        if (payload.remaining() < Short.BYTES) {
            return new End(at, by, OptionalInt.empty(), "close frame without a code");
        }
        int code = Short.toUnsignedInt(payload.getShort());
        String text = StandardCharsets.UTF_8.decode(payload).toString();
        return new End(at, by, OptionalInt.of(code), text.isEmpty() ? "close frame " + code : text);
    }
}
