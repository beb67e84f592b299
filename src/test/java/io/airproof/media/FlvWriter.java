package io.airproof.media;

import java.io.DataOutputStream;
import java.io.IOException;
import java.io.OutputStream;

/** Writes FLV tag by tag, unbuffered: each tag leaves in one write. The file header goes out with the first tag. */
public final class FlvWriter implements AutoCloseable {

    private static final byte[] FILE_HEADER = {'F', 'L', 'V', 1, 5, 0, 0, 0, 9, 0, 0, 0, 0};
    private static final int TAG_HEADER_BYTES = 11;
    private static final int TRAILER_BYTES = 4;

    private final OutputStream out;
    private boolean headerWritten;

    public FlvWriter(OutputStream out) {
        this.out = out;
    }

    /**
     * Writes and flushes one tag.
     *
     * @throws IOException if the receiver is gone
     */
    public void write(FlvTag tag) throws IOException {
        var bytes = new java.io.ByteArrayOutputStream(tag.data().length + TAG_HEADER_BYTES + TRAILER_BYTES);
        var data = new DataOutputStream(bytes);
        if (!headerWritten) {
            data.write(FILE_HEADER);
            headerWritten = true;
        }
        data.writeByte(
                switch (tag.kind()) {
                    case AUDIO -> 8;
                    case VIDEO -> 9;
                    case SCRIPT -> 18;
                });
        write24(data, tag.data().length);
        write24(data, tag.timestampMs() & 0xFFFFFF);
        data.writeByte(tag.timestampMs() >>> 24);
        write24(data, 0);
        data.write(tag.data());
        data.writeInt(TAG_HEADER_BYTES + tag.data().length);
        bytes.writeTo(out);
        out.flush();
    }

    private static void write24(DataOutputStream data, int value) throws IOException {
        data.writeByte(value >>> 16);
        data.writeShort(value);
    }

    @Override
    public void close() throws IOException {
        out.close();
    }
}
