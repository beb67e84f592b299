package io.airproof.driver.rtmp;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayOutputStream;
import java.nio.ByteBuffer;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import org.junit.jupiter.api.Test;

class ChunkReaderTest {

    private static final int HANDSHAKE = 1537 + 1536;

    /** A writer of chunks, for this test alone: what it writes is what the specification shows, section 5.3.1. */
    private static final class Writer {
        private final ByteArrayOutputStream out = new ByteArrayOutputStream();
        private int chunkSize = 128;

        Writer() {
            out.writeBytes(new byte[HANDSHAKE]);
        }

        Writer message(int stream, int timestamp, int type, byte[] payload) {
            boolean extended = timestamp >= 0xFFFFFF;
            basic(0, stream);
            medium(extended ? 0xFFFFFF : timestamp);
            medium(payload.length);
            out.write(type);
            out.writeBytes(new byte[] {1, 0, 0, 0});
            for (int from = 0; from == 0 || from < payload.length; from += chunkSize) {
                if (from > 0) {
                    basic(3, stream);
                }
                if (extended) {
                    out.writeBytes(ByteBuffer.allocate(4).putInt(timestamp).array());
                }
                out.write(payload, from, Math.min(chunkSize, payload.length - from));
            }
            return this;
        }

        Writer chunkSize(int size) {
            message(
                    2,
                    0,
                    RtmpMessage.SET_CHUNK_SIZE,
                    ByteBuffer.allocate(4).putInt(size).array());
            chunkSize = size;
            return this;
        }

        private void basic(int format, int stream) {
            if (stream < 64) {
                out.write(format << 6 | stream);
            } else if (stream < 320) {
                out.write(format << 6);
                out.write(stream - 64);
            } else {
                out.write(format << 6 | 1);
                out.write((stream - 64) & 0xFF);
                out.write((stream - 64) >> 8);
            }
        }

        private void medium(int value) {
            out.write(value >> 16);
            out.write(value >> 8);
            out.write(value);
        }

        byte[] bytes() {
            return out.toByteArray();
        }
    }

    private static byte[] noise(int length, long seed) {
        byte[] bytes = new byte[length];
        new Random(seed).nextBytes(bytes);
        return bytes;
    }

    private static List<RtmpMessage> read(byte[] bytes, int piece) {
        ChunkReader reader = new ChunkReader();
        List<RtmpMessage> messages = new ArrayList<>();
        for (int from = 0; from < bytes.length; from += piece) {
            byte[] part = Arrays.copyOfRange(bytes, from, Math.min(bytes.length, from + piece));
            messages.addAll(reader.feed(part, part.length));
        }
        return messages;
    }

    @Property(tries = 200)
    void messagesComeOutWholeHoweverTheyAreCut(
            @ForAll @IntRange(min = 1, max = 5000) int piece,
            @ForAll @IntRange(min = 1, max = 3000) int chunkSize,
            @ForAll @IntRange(min = 3, max = 5000) int stream,
            @ForAll @IntRange(min = 0, max = 0x1FFFFFF) int timestamp,
            @ForAll @IntRange(min = 1, max = 9000) int length) {
        byte[] first = noise(length, 1);
        byte[] second = noise(77, 2);

        List<RtmpMessage> messages = read(
                new Writer()
                        .message(stream, timestamp, RtmpMessage.COMMAND, second)
                        .chunkSize(chunkSize)
                        .message(stream, timestamp, 9, first)
                        .message(3, 0, RtmpMessage.DATA, second)
                        .bytes(),
                piece);

        assertThat(messages)
                .extracting(RtmpMessage::type)
                .containsExactly(RtmpMessage.COMMAND, RtmpMessage.SET_CHUNK_SIZE, 9, RtmpMessage.DATA);
        assertThat(messages.get(2).payload()).isEqualTo(first);
        assertThat(messages.get(3).payload()).isEqualTo(second);
    }

    @Test
    void whatIsNoRtmpIsRefused() {
        byte[] bytes = new byte[HANDSHAKE + 12];
        Arrays.fill(bytes, HANDSHAKE, bytes.length, (byte) 0xC5);

        assertThatThrownBy(() -> read(bytes, bytes.length)).isInstanceOf(IllegalArgumentException.class);
    }
}
