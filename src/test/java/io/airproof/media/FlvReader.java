package io.airproof.media;

import java.io.BufferedInputStream;
import java.io.DataInputStream;
import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Reads FLV tag by tag, as they come; a tag that is cut off at the end of the input is left out. */
public final class FlvReader implements AutoCloseable {

    private static final int BUFFER_BYTES = 1 << 16;
    private static final int AUDIO = 8;
    private static final int VIDEO = 9;

    private final DataInputStream in;
    private boolean headerRead;

    public FlvReader(InputStream in) {
        this.in = new DataInputStream(new BufferedInputStream(in, BUFFER_BYTES));
    }

    /**
     * Every tag of a file.
     *
     * @throws IOException if it cannot be read or is no FLV
     */
    public static List<FlvTag> readAll(Path file) throws IOException {
        try (FlvReader reader = new FlvReader(Files.newInputStream(file))) {
            return reader.readAll();
        }
    }

    /**
     * Every tag from here to the end.
     *
     * @throws IOException if the input is no FLV or breaks
     */
    public List<FlvTag> readAll() throws IOException {
        List<FlvTag> tags = new ArrayList<>();
        for (Optional<FlvTag> tag = next(); tag.isPresent(); tag = next()) {
            tags.add(tag.get());
        }
        return List.copyOf(tags);
    }

    /**
     * The next tag, empty at the end. Blocks until one has come.
     *
     * @throws IOException if the input is no FLV or breaks
     */
    public Optional<FlvTag> next() throws IOException {
        try {
            if (!headerRead) {
                readHeader();
                headerRead = true;
            }
            int type = in.readUnsignedByte() & 0x1F;
            int size = read24();
            int time = read24() | in.readUnsignedByte() << 24;
            read24(); // stream id, always 0
            byte[] data = new byte[size];
            in.readFully(data);
            in.readInt(); // size of this tag
            return Optional.of(new FlvTag(kind(type), Math.max(0, time), data));
        } catch (EOFException e) {
            return Optional.empty();
        }
    }

    private void readHeader() throws IOException {
        int signature = read24();
        if (signature != ('F' << 16 | 'L' << 8 | 'V')) {
            throw new IOException("this is no FLV: it begins with 0x%06x".formatted(signature));
        }
        in.readUnsignedByte(); // version
        in.readUnsignedByte(); // which kinds are inside; not reliable
        int headerBytes = in.readInt();
        in.skipNBytes(Math.max(0, headerBytes - 9));
        in.readInt(); // size of the tag before the first: 0
    }

    private static FlvTag.Kind kind(int type) {
        return switch (type) {
            case AUDIO -> FlvTag.Kind.AUDIO;
            case VIDEO -> FlvTag.Kind.VIDEO;
            default -> FlvTag.Kind.SCRIPT;
        };
    }

    private int read24() throws IOException {
        return in.readUnsignedByte() << 16 | in.readUnsignedByte() << 8 | in.readUnsignedByte();
    }

    @Override
    public void close() throws IOException {
        in.close();
    }
}
