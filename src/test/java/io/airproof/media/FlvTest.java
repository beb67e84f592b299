package io.airproof.media;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.constraints.Size;
import org.junit.jupiter.api.Test;

class FlvTest {

    @Property(tries = 200)
    void whatIsWrittenIsRead(
            @ForAll FlvTag.Kind kind, @ForAll @IntRange(min = 0) int timestampMs, @ForAll @Size(max = 300) byte[] data)
            throws IOException {
        List<FlvTag> tags = List.of(new FlvTag(kind, timestampMs, data), new FlvTag(kind, 0, new byte[0]));

        assertThat(read(written(tags))).isEqualTo(tags);
    }

    @Test
    void aTagThatIsCutOffIsLeftOut() throws IOException {
        FlvTag whole = new FlvTag(FlvTag.Kind.AUDIO, 40, new byte[] {1, 2, 3});
        byte[] file = written(List.of(whole, new FlvTag(FlvTag.Kind.AUDIO, 63, new byte[] {4, 5, 6})));

        assertThat(read(Arrays.copyOf(file, file.length - 6))).containsExactly(whole);
    }

    @Test
    void somethingElseIsNamed() {
        assertThatThrownBy(() -> read("ID3 whatever".getBytes(java.nio.charset.StandardCharsets.US_ASCII)))
                .isInstanceOf(IOException.class)
                .hasMessageContaining("no FLV")
                .hasMessageContaining("0x494433");
    }

    @Test
    void presentationTimeHasASignedOffset() {
        FlvTag late = new FlvTag(FlvTag.Kind.VIDEO, 100, new byte[] {0x27, 1, 0, 0, 33, 9});
        FlvTag early = new FlvTag(FlvTag.Kind.VIDEO, 100, new byte[] {0x17, 1, -1, -1, -1, 9});

        assertThat(late.pts()).isEqualTo(Duration.ofMillis(133));
        assertThat(early.pts()).isEqualTo(Duration.ofMillis(99));
        assertThat(early.isKeyFrame()).isTrue();
        assertThat(late.isKeyFrame()).isFalse();
    }

    @Test
    void picturesAreKnownByTheirSlicesAlone() {
        byte[] slice = {0x65, 1, 2};
        byte[] parameters = {0x67, 9, 9, 9};

        List<CodedPicture> bare = CodedPictures.of(List.of(picture(slice)));
        List<CodedPicture> withParameters = CodedPictures.of(List.of(picture(parameters, slice)));
        List<CodedPicture> altered = CodedPictures.of(List.of(picture(new byte[] {0x65, 1, 3})));

        assertThat(withParameters)
                .extracting(CodedPicture::key)
                .containsExactly(bare.get(0).key());
        assertThat(altered)
                .extracting(CodedPicture::key)
                .doesNotContain(bare.get(0).key());
    }

    @Test
    void aLengthBeyondTheEndIsRefused() {
        assertThatThrownBy(() -> NalUnits.split(new byte[] {0, 0, 0, 9, 1}))
                .hasMessageContaining("9 bytes is announced, 1 are left");
    }

    @Test
    void aSliceOfSoundKeepsItsPlaceInTime() {
        Sound sound = new Sound(new float[48_000], 48_000, Duration.ofMillis(500));

        Sound part = sound.slice(Duration.ofMillis(750), Duration.ofSeconds(9));

        assertThat(part.start()).isEqualTo(Duration.ofMillis(750));
        assertThat(part.end()).isEqualTo(Duration.ofMillis(1500));
        assertThat(part.samples()).hasSize(36_000);
    }

    private static FlvTag picture(byte[]... units) {
        var data = new ByteArrayOutputStream();
        data.writeBytes(new byte[] {0x17, 1, 0, 0, 0});
        for (byte[] unit : units) {
            data.writeBytes(new byte[] {0, 0, 0, (byte) unit.length});
            data.writeBytes(unit);
        }
        return new FlvTag(FlvTag.Kind.VIDEO, 0, data.toByteArray());
    }

    private static byte[] written(List<FlvTag> tags) throws IOException {
        var out = new ByteArrayOutputStream();
        try (FlvWriter writer = new FlvWriter(out)) {
            for (FlvTag tag : tags) {
                writer.write(tag);
            }
        }
        return out.toByteArray();
    }

    private static List<FlvTag> read(byte[] file) throws IOException {
        try (FlvReader reader = new FlvReader(new ByteArrayInputStream(file))) {
            return reader.readAll();
        }
    }
}
