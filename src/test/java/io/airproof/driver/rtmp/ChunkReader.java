package io.airproof.driver.rtmp;

import java.io.ByteArrayOutputStream;
import java.nio.ByteBuffer;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * Puts the messages of one side of an RTMP connection together again (RTMP 1.0, section 5.3): bytes go in as they come,
 * whole messages come out. The handshake is left out. Used by one thread.
 */
final class ChunkReader {

    /** C0 and C1, or S0 and S1, have 1537 bytes together; C2 or S2 has 1536. */
    private static final int HANDSHAKE = 1537 + 1536;

    private static final int FIRST_CHUNK_SIZE = 128;

    /** More than a picture of any sensible stream; what claims to be longer is no RTMP. */
    private static final int LONGEST = 64 << 20;

    private static final int EXTENDED = 0xFFFFFF;

    /** Header bytes of a message by the format in the first two bits. */
    private static final int[] HEADER = {11, 7, 3, 0};

    private static final class Stream {
        private int length;
        private int type;
        private boolean extended;
        private ByteArrayOutputStream message = new ByteArrayOutputStream();
    }

    private final Map<Integer, Stream> streams = new HashMap<>();
    private byte[] rest = new byte[0];
    private int handshake = HANDSHAKE;
    private int chunkSize = FIRST_CHUNK_SIZE;

    /**
     * Takes more bytes.
     *
     * @return the messages that are complete with them, in order
     * @throws IllegalArgumentException if this is no RTMP
     */
    List<RtmpMessage> feed(byte[] bytes, int count) {
        int skipped = Math.min(handshake, count);
        handshake -= skipped;
        ByteBuffer in = ByteBuffer.allocate(rest.length + count - skipped)
                .put(rest)
                .put(bytes, skipped, count - skipped)
                .flip();
        List<RtmpMessage> complete = new ArrayList<>();
        int start = in.position();
        while (in.hasRemaining() && chunk(in, complete)) {
            start = in.position();
        }
        in.position(start);
        rest = new byte[in.remaining()];
        in.get(rest);
        return complete;
    }

    /** Reads one chunk; false if it is not there to its end. */
    private boolean chunk(ByteBuffer in, List<RtmpMessage> complete) {
        int first = in.get() & 0xFF;
        int id = first & 0x3F;
        int idBytes = id == 0 ? 1 : id == 1 ? 2 : 0;
        int header = HEADER[first >> 6];
        if (in.remaining() < idBytes + header) {
            return false;
        }
        if (idBytes == 1) {
            id = 64 + (in.get() & 0xFF);
        } else if (idBytes == 2) {
            id = 64 + (in.get() & 0xFF) + 256 * (in.get() & 0xFF);
        }
        if (header < 7 && !streams.containsKey(id)) {
            throw new IllegalArgumentException(
                    "a chunk of stream %d goes on with a message that never began".formatted(id));
        }
        Stream stream = streams.computeIfAbsent(id, fresh -> new Stream());
        int length = stream.length;
        int type = stream.type;
        boolean extended = stream.extended;
        if (header >= 3) {
            extended = medium(in) == EXTENDED;
        }
        if (header >= 7) {
            length = medium(in);
            type = in.get() & 0xFF;
        }
        if (header == 11) {
            in.getInt();
        }
        int body = Math.min(chunkSize, length - stream.message.size());
        if (length > LONGEST || body < 0) {
            throw new IllegalArgumentException("a message of %d bytes in chunks of %d".formatted(length, chunkSize));
        }
        if (in.remaining() < (extended ? Integer.BYTES : 0) + body) {
            return false;
        }
        if (extended) {
            in.getInt();
        }
        stream.length = length;
        stream.type = type;
        stream.extended = extended;
        byte[] part = new byte[body];
        in.get(part);
        stream.message.writeBytes(part);
        if (stream.message.size() == length) {
            finish(new RtmpMessage(type, stream.message.toByteArray()), complete);
            stream.message = new ByteArrayOutputStream();
        }
        return true;
    }

    private void finish(RtmpMessage message, List<RtmpMessage> complete) {
        if (message.type() == RtmpMessage.SET_CHUNK_SIZE && message.payload().length >= Integer.BYTES) {
            chunkSize = Math.max(1, ByteBuffer.wrap(message.payload()).getInt() & Integer.MAX_VALUE);
        }
        complete.add(message);
    }

    private static int medium(ByteBuffer in) {
        return (in.get() & 0xFF) << 16 | (in.get() & 0xFF) << 8 | (in.get() & 0xFF);
    }
}
