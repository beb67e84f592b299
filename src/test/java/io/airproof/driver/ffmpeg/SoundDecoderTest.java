package io.airproof.driver.ffmpeg;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import io.airproof.media.FlvReader;
import io.airproof.media.FlvTag;
import io.airproof.media.Sound;
import java.io.ByteArrayInputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class SoundDecoderTest {

    private static final Duration DEADLINE = Duration.ofSeconds(20);
    private static final int PACKET = 1024;

    private final Ffmpeg ffmpeg = BundledFfmpeg.get();
    private final SoundDecoder decoder = new SoundDecoder(ffmpeg);

    private final Path folder;

    SoundDecoderTest(@TempDir Path folder) {
        this.folder = folder;
    }

    @Test
    void a_stream_decodes_to_1024_samples_a_packet_from_the_first_time_stamp_on() throws Exception {
        List<FlvTag> tags = tone(48_000, 2, 0.5);
        Sound sound = decoder.decodeFlv(shifted(tags, 6000));

        assertThat(sound.sampleRate()).isEqualTo(48_000);
        assertThat(sound.start()).isEqualTo(Duration.ofSeconds(6));
        assertThat(sound.samples()).hasSize(media(tags).size() * PACKET);
        assertThat(level(sound.slice(Duration.ofMillis(6200), Duration.ofMillis(6300))))
                .isCloseTo(0.0625, within(0.005)); // 1/8 × √½ for a sine × √½ for its spread over two channels
    }

    @Test
    void a_gap_becomes_zeros_and_what_follows_stands_at_its_time() throws Exception {
        List<FlvTag> tags = tone(48_000, 1, 0.5);
        List<FlvTag> media = media(tags);
        Stream<FlvTag> late = media.subList(10, 20).stream().map(tag -> tag.at(tag.timestampMs() + 100));
        Sound sound = decoder.decodeFlv(Stream.concat(
                        Stream.concat(
                                tags.stream().filter(FlvTag::isSequenceHeader),
                                media.stream().limit(10)),
                        late)
                .toList());

        int gapStart = 10 * PACKET;
        int gapEnd =
                Math.round((media.get(10).timestampMs() + 100 - media.get(0).timestampMs()) * 48f);
        assertThat(Arrays.copyOfRange(sound.samples(), gapStart, gapEnd)).containsOnly(0f);
        assertThat(sound.samples()).hasSize(gapEnd + 10 * PACKET);
    }

    @Test
    void jitter_of_3_ms_neither_cuts_nor_stretches() throws Exception {
        List<FlvTag> tags = tone(44_100, 1, 0.5);
        List<FlvTag> jittery = tags.stream()
                .map(tag -> tag.isMedia() && tag.timestampMs() > 100 ? tag.at(tag.timestampMs() + 2) : tag)
                .toList();

        assertThat(decoder.decodeFlv(jittery).samples())
                .isEqualTo(decoder.decodeFlv(tags).samples());
    }

    @Test
    void a_stream_without_sound_is_told_from_one_without_header() throws Exception {
        assertThatThrownBy(() -> decoder.decodeFlv(List.of()))
                .isInstanceOf(UndecodableException.class)
                .hasMessageContaining("no AAC packet");
        List<FlvTag> headless = media(tone(48_000, 1, 0.2));
        assertThatThrownBy(() -> decoder.decodeFlv(headless))
                .isInstanceOf(UndecodableException.class)
                .hasMessageContaining("AudioSpecificConfig");
    }

    @Test
    void an_m4a_tells_what_it_truly_is_and_decodes_without_encoder_delay() throws Exception {
        byte[] m4a = m4a();
        DecodedAudio audio = decoder.inspectM4a(m4a);

        assertThat(audio.container()).isEqualTo("mp4");
        assertThat(audio.brand()).isEqualTo("M4A ");
        assertThat(audio.indexFirst()).isTrue();
        assertThat(audio.sampleRate()).isEqualTo(44_100);
        assertThat(audio.channels()).isEqualTo(2);
        assertThat(audio.duration()).isBetween(Duration.ofMillis(475), Duration.ofMillis(525));
        assertThat(decoder.decodeM4a(m4a).samples()).hasSize((int) audio.sampleCount());
        assertThat(decoder.decodeM4a(m4a, 16_000).sampleRate()).isEqualTo(16_000);
        assertThat(decoder.decodeM4a(m4a, 16_000).duration())
                .isBetween(audio.duration().minusMillis(2), audio.duration().plusMillis(2));
    }

    @Test
    void what_is_no_audio_is_refused_with_the_words_of_ffmpeg() throws Exception {
        byte[] noise = "this is no audio, whatever it claims to be".getBytes(StandardCharsets.UTF_8);
        assertThatThrownBy(() -> decoder.decodeM4a(noise))
                .isInstanceOf(UndecodableException.class)
                .hasMessageContaining("Invalid data");
        byte[] truncated = Arrays.copyOf(m4a(), 600);
        assertThatThrownBy(() -> decoder.inspectM4a(truncated)).isInstanceOf(UndecodableException.class);
    }

    private List<FlvTag> tone(int rate, int channels, double seconds) throws Exception {
        byte[] flv = ffmpeg.run(
                "tone",
                List.of(
                        "-v",
                        "error",
                        "-f",
                        "lavfi",
                        "-i",
                        "sine=frequency=440:sample_rate=%d:duration=%s".formatted(rate, seconds),
                        "-ac",
                        Integer.toString(channels),
                        "-c:a",
                        "aac",
                        "-f",
                        "flv",
                        "pipe:1"),
                Feed.nothing(),
                DEADLINE);
        try (FlvReader reader = new FlvReader(new ByteArrayInputStream(flv))) {
            return reader.readAll();
        }
    }

    private byte[] m4a() throws Exception {
        Path file = folder.resolve("tone.m4a");
        ffmpeg.run(
                "m4a",
                List.of(
                        "-v",
                        "error",
                        "-f",
                        "lavfi",
                        "-i",
                        "sine=sample_rate=44100:duration=0.5",
                        "-ac",
                        "2",
                        "-c:a",
                        "aac",
                        "-movflags",
                        "+faststart",
                        "-f",
                        "ipod",
                        "-y",
                        file.toString()),
                Feed.nothing(),
                DEADLINE);
        return Files.readAllBytes(file);
    }

    private static List<FlvTag> media(List<FlvTag> tags) {
        return tags.stream().filter(FlvTag::isMedia).toList();
    }

    private static List<FlvTag> shifted(List<FlvTag> tags, int byMs) {
        int first = media(tags).get(0).timestampMs();
        return tags.stream()
                .map(tag -> tag.isMedia() ? tag.at(tag.timestampMs() - first + byMs) : tag)
                .toList();
    }

    private static double level(Sound sound) {
        double sum = 0;
        for (float sample : sound.samples()) {
            sum += sample * sample;
        }
        return Math.sqrt(sum / sound.samples().length);
    }
}
