package io.airproof.reference.sts.dub.sound;

import java.io.ByteArrayOutputStream;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.List;

/** Writes AAC frames as M4A: brand {@code M4A }, moov before mdat, an edit list that hides the encoder delay. */
final class M4a {

    private static final int SAMPLES_PER_FRAME = 1024;
    private static final int UNITY = 0x10000;
    private static final int[] NO_ROTATION = {UNITY, 0, 0, 0, UNITY, 0, 0, 0, 0x40000000};
    private static final int LANGUAGE_UNDETERMINED = 0x55C4;

    private M4a() {}

    /**
     * The bytes of a file.
     *
     * @param delay samples that the encoder put before the sound
     * @param length samples of the sound
     */
    static byte[] file(List<byte[]> frames, byte[] configuration, int rate, int channels, int delay, int length) {
        Box ftyp = new Box("ftyp").text("M4A ").ints(512).text("M4A isomiso2");
        int headerSize = ftyp.size()
                + moov(frames, configuration, rate, channels, delay, length, 0).size();
        Box moov = moov(frames, configuration, rate, channels, delay, length, headerSize + 8);
        Box mdat = new Box("mdat");
        frames.forEach(mdat::bytes);
        ByteArrayOutputStream file = new ByteArrayOutputStream();
        file.writeBytes(ftyp.toBytes());
        file.writeBytes(moov.toBytes());
        file.writeBytes(mdat.toBytes());
        return file.toByteArray();
    }

    private static Box moov(
            List<byte[]> frames, byte[] configuration, int rate, int channels, int delay, int length, int dataAt) {
        int media = delay + length;
        Box mvhd = new Box("mvhd")
                .ints(0, 0, 0, rate, length, UNITY)
                .shorts(0x0100, 0)
                .ints(0, 0)
                .ints(NO_ROTATION)
                .ints(0, 0, 0, 0, 0, 0, 2);
        Box tkhd = new Box("tkhd")
                .ints(3, 0, 0, 1, 0, length, 0, 0)
                .shorts(0, 1, 0x0100, 0)
                .ints(NO_ROTATION)
                .ints(0, 0);
        Box elst = new Box("elst").ints(0, 1, length, delay).shorts(1, 0);
        Box mdhd = new Box("mdhd").ints(0, 0, 0, rate, media).shorts(LANGUAGE_UNDETERMINED, 0);
        Box hdlr = new Box("hdlr").ints(0, 0).text("soun").ints(0, 0, 0).text("Sound\0");
        Box minf = new Box("minf")
                .box(new Box("smhd").ints(0, 0))
                .box(new Box("dinf").box(new Box("dref").ints(0, 1).box(new Box("url ").ints(1))))
                .box(table(frames, configuration, rate, channels, media, dataAt));
        Box mdia = new Box("mdia").box(mdhd).box(hdlr).box(minf);
        return new Box("moov")
                .box(mvhd)
                .box(new Box("trak").box(tkhd).box(new Box("edts").box(elst)).box(mdia));
    }

    private static Box table(List<byte[]> frames, byte[] configuration, int rate, int channels, int media, int dataAt) {
        int count = frames.size();
        int last = Math.max(1, Math.min(SAMPLES_PER_FRAME, media - (count - 1) * SAMPLES_PER_FRAME));
        Box stsz = new Box("stsz").ints(0, 0, count);
        frames.forEach(frame -> stsz.ints(frame.length));
        Box entry = new Box("mp4a")
                .shorts(0, 0, 0, 1)
                .ints(0, 0)
                .shorts(channels, 16, 0, 0)
                .ints(rate << 16)
                .box(esds(configuration));
        return new Box("stbl")
                .box(new Box("stsd").ints(0, 1).box(entry))
                .box(new Box("stts").ints(0, 2, count - 1, SAMPLES_PER_FRAME, 1, last))
                .box(new Box("stsc").ints(0, 1, 1, count, 1))
                .box(stsz)
                .box(new Box("stco").ints(0, 1, dataAt));
    }

    private static Box esds(byte[] configuration) {
        byte[] specific = descriptor(5, configuration);
        ByteBuffer decoder = ByteBuffer.allocate(13 + specific.length)
                .put((byte) 0x40)
                .put((byte) 0x15)
                .put(new byte[3])
                .putInt(0)
                .putInt(0)
                .put(specific);
        byte[] decoderConfig = descriptor(4, decoder.array());
        byte[] sync = descriptor(6, new byte[] {2});
        ByteBuffer stream = ByteBuffer.allocate(3 + decoderConfig.length + sync.length)
                .putShort((short) 1)
                .put((byte) 0)
                .put(decoderConfig)
                .put(sync);
        return new Box("esds").ints(0).bytes(descriptor(3, stream.array()));
    }

    private static byte[] descriptor(int tag, byte[] content) {
        return ByteBuffer.allocate(2 + content.length)
                .put((byte) tag)
                .put((byte) content.length)
                .put(content)
                .array();
    }

    /** A box under construction. */
    private static final class Box {
        private final String type;
        private final ByteArrayOutputStream content = new ByteArrayOutputStream();

        Box(String type) {
            this.type = type;
        }

        Box ints(int... values) {
            for (int value : values) {
                content.writeBytes(ByteBuffer.allocate(4).putInt(value).array());
            }
            return this;
        }

        Box shorts(int... values) {
            for (int value : values) {
                content.writeBytes(
                        ByteBuffer.allocate(2).putShort((short) value).array());
            }
            return this;
        }

        Box text(String text) {
            return bytes(text.getBytes(StandardCharsets.ISO_8859_1));
        }

        Box bytes(byte[] bytes) {
            content.writeBytes(bytes);
            return this;
        }

        Box box(Box inner) {
            return bytes(inner.toBytes());
        }

        int size() {
            return 8 + content.size();
        }

        byte[] toBytes() {
            return ByteBuffer.allocate(size())
                    .putInt(size())
                    .put(type.getBytes(StandardCharsets.ISO_8859_1))
                    .put(content.toByteArray())
                    .array();
        }
    }
}
