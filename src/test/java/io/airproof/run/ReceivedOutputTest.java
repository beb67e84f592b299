package io.airproof.run;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import io.airproof.driver.ffmpeg.Decoders;
import io.airproof.driver.ffmpeg.Feed;
import io.airproof.driver.ffmpeg.Ffmpeg;
import io.airproof.driver.ffmpeg.SoundDecoder;
import io.airproof.driver.record.ArrivedTag;
import io.airproof.driver.record.Recording;
import io.airproof.fixture.Clip;
import io.airproof.fixture.Fixture;
import io.airproof.fixture.FixtureStore;
import io.airproof.fixture.SpeechTools;
import io.airproof.measure.Reading;
import io.airproof.measure.SegmentOffsets;
import io.airproof.measure.StreamLength;
import io.airproof.measure.Unmeasurable;
import io.airproof.measure.VideoIdentity;
import io.airproof.media.FlvReader;
import io.airproof.media.FlvTag;
import io.airproof.media.FlvWriter;
import io.airproof.media.Sound;
import io.airproof.stack.provision.Provisioner;
import io.airproof.stack.provision.Toolbox;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.net.URI;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.function.UnaryOperator;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.TestInstance.Lifecycle;
import org.junit.jupiter.api.io.TempDir;

/** Recordings of a clip of 6 s as they should not be: coded again, empty, truncated, of another codec, of two hours. */
@TestInstance(Lifecycle.PER_CLASS)
class ReceivedOutputTest {

    private static final Toolbox TOOLS = Provisioner.standard().provision(System.out::println);
    private static final Instant BEGIN = Instant.parse("2026-01-01T00:00:00Z");
    private static final Duration DEADLINE = Duration.ofMinutes(1);
    private static final Duration WHOLE = Duration.ofSeconds(6);
    private static final Duration SEARCH = Duration.ofSeconds(1);
    private static final int LATER_MS = 6000;
    private static final int FRAMES = 180;
    private static final int TWO_HOURS_S = 7200;
    private static final long MEGABYTE = 1 << 20;

    private final Ffmpeg ffmpeg = new Ffmpeg(TOOLS.ffmpeg(), TOOLS.ffprobe());
    private final Decoders decoders = Decoders.of(ffmpeg);

    private final Path folder;
    private final Fixture clip;
    private final List<FlvTag> healthy;

    ReceivedOutputTest(@TempDir Path folder) {
        this.folder = folder;
        this.clip = new FixtureStore(folder.resolve("clips"), ffmpeg, new SpeechTools(TOOLS.flite()))
                .get(Clip.TWO_VOICES_6);
        this.healthy = clip.flvClip().tags().stream()
                .map(tag -> tag.at(tag.timestampMs() + LATER_MS))
                .toList();
    }

    @BeforeAll
    void the_clip_itself_is_intact_and_in_sync() {
        ReceivedOutput output = output(healthy);
        assertThat(output.identity().orElseThrow().intact()).isTrue();
        assertThat(worst(output)).isLessThan(1.0);
    }

    @Test
    void pictures_coded_again_smaller_are_altered_each_and_their_sync_is_measured() throws Exception {
        List<FlvTag> altered = codedAgain(healthy, "-vf", "scale=640:360", "-b:v", "300k");
        ReceivedOutput output = output(altered);

        VideoIdentity identity = output.identity().orElseThrow();
        assertThat(identity.altered()).hasSize(FRAMES);
        assertThat(identity.lost()).isEmpty();
        assertThat(identity.reordered()).isEmpty();
        assertThat(identity.foreign()).isEmpty();
        assertThat(worst(output)).isLessThan(1.0);

        ReceivedOutput late = output(moved(altered, tag -> tag.isAac() && tag.isMedia(), 150));
        assertThat(offsets(late).start().ms()).isCloseTo(-150, within(1.0));
        assertThat(offsets(late).end().ms()).isCloseTo(-150, within(1.0));
    }

    @Test
    void of_pictures_coded_again_lost_and_swapped_ones_are_told() throws Exception {
        List<FlvTag> altered = new ArrayList<>(codedAgain(healthy, "-g", "1", "-b:v", "2M"));
        List<Integer> places = pictures(altered);
        FlvTag one = altered.get(places.get(50));
        FlvTag other = altered.get(places.get(90));
        altered.set(places.get(50), other.at(one.timestampMs()));
        altered.set(places.get(90), one.at(other.timestampMs()));
        altered.remove((int) places.get(120));

        VideoIdentity identity = output(altered).identity().orElseThrow();
        assertThat(identity.lost()).containsExactly(120);
        assertThat(identity.reordered()).containsExactly(50, 90);
        assertThat(identity.altered()).hasSize(FRAMES - 1);
    }

    @Test
    void an_empty_recording_has_no_value_of_any_kind() {
        ReceivedOutput output = output(List.of());
        assertThat(reason(output.sound()))
                .contains("no AAC packet among 0 tags")
                .contains("none");
        assertThat(reason(output.pictures()))
                .contains("no picture in H.264 among 0 packets")
                .contains("it ended");
        assertThat(List.of(output.identity(), output.clock(), output.zero(), offsetsReading(output)))
                .allMatch(reading -> reading instanceof Unmeasurable);
        Recording nothing = recording(List.of());
        Reading<Recording> none = Reading.unmeasurable("no output was received");
        ReceivedOutput absent = new ReceivedOutput(none, clip.frames(), decoders);
        assertThat(reason(absent.sound())).isEqualTo("no output was received");
        assertThat(nothing.tags()).isEmpty();
    }

    @Test
    void a_truncated_file_is_measured_as_far_as_it_goes() throws Exception {
        byte[] bytes = file(healthy);
        List<FlvTag> half = new FlvReader(new ByteArrayInputStream(Arrays.copyOf(bytes, bytes.length / 2))).readAll();
        ReceivedOutput output = output(half);

        VideoIdentity identity = output.identity().orElseThrow();
        int whole =
                (int) half.stream().filter(tag -> tag.isAvc() && tag.isMedia()).count();
        assertThat(whole).isBetween(40, 150);
        assertThat(identity.lost())
                .isEqualTo(IntStream.range(whole, FRAMES).boxed().toList());
        assertThat(identity.altered()).isEmpty();
        assertThat(output.sound().orElseThrow().duration()).isLessThan(WHOLE);
        assertThat(reason(offsetsReading(output))).contains("less than 90 %");
    }

    @Test
    void a_packet_that_is_cut_short_is_an_altered_picture_or_damaged_sound() {
        List<FlvTag> cut = new ArrayList<>(healthy);
        int picture = pictures(cut).get(77);
        cut.set(picture, shortened(cut.get(picture)));
        ReceivedOutput output = output(cut);
        assertThat(output.identity().orElseThrow().altered()).containsExactly(77);
        assertThat(output.identity().orElseThrow().lost()).isEmpty();
        assertThat(worst(output)).isLessThan(1.0);

        int packet = IntStream.range(0, cut.size())
                .filter(i -> cut.get(i).isAac() && cut.get(i).isMedia())
                .skip(100)
                .findFirst()
                .orElseThrow();
        cut.set(packet, shortened(cut.get(packet)));
        assertThat(reason(output(cut).sound())).contains("does not decode");
    }

    @Test
    void another_codec_is_named() throws Exception {
        byte[] flv = ffmpeg.run(
                "other codecs",
                List.of(("-v error -f lavfi -i testsrc=s=320x180:r=30:d=1 -f lavfi -i sine=d=1 -ar 44100"
                                + " -c:v flv -c:a adpcm_swf -f flv pipe:1")
                        .split(" ")),
                Feed.nothing(),
                DEADLINE);
        ReceivedOutput output = output(new FlvReader(new ByteArrayInputStream(flv)).readAll());
        assertThat(reason(output.pictures())).contains("its picture is coded as: Sorenson H.263");
        assertThat(reason(output.sound())).contains("the sound is coded as: ADPCM");

        FlvTag hevc = new FlvTag(FlvTag.Kind.VIDEO, 0, new byte[] {(byte) 0x91, 'h', 'v', 'c', '1', 0, 0, 0});
        assertThat(reason(output(List.of(hevc)).pictures())).contains("coded as: hvc1");
        assertThatThrownBy(() -> new FlvReader(new ByteArrayInputStream(
                                "RIFF....WAVE".getBytes(java.nio.charset.StandardCharsets.US_ASCII)))
                        .readAll())
                .isInstanceOf(IOException.class)
                .hasMessageContaining("this is no FLV: it begins with 0x524946");
    }

    @Test
    void of_two_hours_the_pictures_are_measured_and_the_sound_is_refused_in_bounded_memory() {
        List<FlvTag> long2h = twoHours();
        ReceivedOutput output = output(long2h);
        long before = allocated();
        assertThat(reason(output.sound()))
                .contains("last 7199 s by their time stamps")
                .contains("more than the %d s that are measured".formatted(SoundDecoder.LONGEST.toSeconds()));
        assertThat(allocated() - before).as("bytes for the sound").isLessThan(64 * MEGABYTE);

        before = allocated();
        assertThat(StreamLength.ofPictures(output.pictures().orElseThrow()).orElseThrow())
                .isBetween(
                        Duration.ofSeconds(TWO_HOURS_S).minusMillis(2),
                        Duration.ofSeconds(TWO_HOURS_S).plusMillis(2));
        VideoIdentity identity = output.identity().orElseThrow();
        assertThat(identity.repeated()).hasSize(FRAMES);
        assertThat(allocated() - before).as("bytes for the pictures").isLessThan(1024 * MEGABYTE);
    }

    /** The pictures and the sound of the clip again and again, as of an encoder that was left alone. */
    private List<FlvTag> twoHours() {
        List<FlvTag> media = clip.flvClip().media().stream()
                .filter(tag -> tag.timestampMs() < WHOLE.toMillis())
                .toList();
        List<FlvTag> tags = new ArrayList<>(clip.flvClip().headers());
        for (int from = 0; from < TWO_HOURS_S * 1000; from += (int) WHOLE.toMillis()) {
            int shift = from;
            media.forEach(tag -> tags.add(tag.at(tag.timestampMs() + shift)));
        }
        return tags;
    }

    private static long allocated() {
        var threads = (com.sun.management.ThreadMXBean) ManagementFactory.getThreadMXBean();
        return threads.getCurrentThreadAllocatedBytes();
    }

    private double worst(ReceivedOutput output) {
        return offsets(output).worstMs();
    }

    private SegmentOffsets offsets(ReceivedOutput output) {
        return offsetsReading(output).orElseThrow();
    }

    private Reading<SegmentOffsets> offsetsReading(ReceivedOutput output) {
        Sound source = clip.sound();
        Sound part = source.slice(Duration.ZERO, WHOLE);
        return output.sound().flatMap(heard -> output.clock().flatMap(clock -> output.zero()
                .flatMap(zero -> SegmentOffsets.of(source, part, part, heard, clock, Duration.ZERO, zero, SEARCH))));
    }

    private static String reason(Reading<?> reading) {
        assertThat(reading).isInstanceOf(Unmeasurable.class);
        return ((Unmeasurable<?>) reading).reason();
    }

    private ReceivedOutput output(List<FlvTag> tags) {
        return new ReceivedOutput(Reading.measured(recording(tags)), clip.frames(), decoders);
    }

    private Recording recording(List<FlvTag> tags) {
        List<ArrivedTag> arrived = tags.stream()
                .map(tag -> new ArrivedTag(tag, BEGIN.plusMillis(tag.timestampMs())))
                .toList();
        return new Recording(
                URI.create("rtmp://127.0.0.1/live/x/out"),
                arrived,
                folder.resolve("out.flv"),
                BEGIN,
                BEGIN,
                "it ended");
    }

    private static List<Integer> pictures(List<FlvTag> tags) {
        return IntStream.range(0, tags.size())
                .filter(i -> tags.get(i).isAvc() && tags.get(i).isMedia())
                .boxed()
                .toList();
    }

    private static FlvTag shortened(FlvTag tag) {
        return new FlvTag(tag.kind(), tag.timestampMs(), Arrays.copyOf(tag.data(), tag.data().length * 2 / 3));
    }

    private static List<FlvTag> moved(List<FlvTag> tags, java.util.function.Predicate<FlvTag> which, int ms) {
        UnaryOperator<FlvTag> later = tag -> which.test(tag) ? tag.at(tag.timestampMs() + ms) : tag;
        return tags.stream().map(later).toList();
    }

    private static byte[] file(List<FlvTag> tags) throws IOException {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        FlvWriter writer = new FlvWriter(bytes);
        for (FlvTag tag : tags) {
            writer.write(tag);
        }
        return bytes.toByteArray();
    }

    /** The same packets, with the pictures decoded and coded again. */
    private List<FlvTag> codedAgain(List<FlvTag> tags, String... how) throws IOException {
        List<FlvTag> pictures = tags.stream().filter(FlvTag::isAvc).toList();
        byte[] input = file(pictures);
        List<String> arguments = Stream.of(
                        List.of("-v", "error", "-f", "flv", "-i", "pipe:0", "-c:v", "libx264", "-preset", "superfast"),
                        List.of("-bf", "0", "-g", "30", "-fps_mode", "passthrough"),
                        Arrays.asList(how),
                        List.of("-f", "flv", "pipe:1"))
                .flatMap(List::stream)
                .toList();
        byte[] output = ffmpeg.run("coding again", arguments, Feed.of(input), DEADLINE);
        List<FlvTag> coded = new FlvReader(new ByteArrayInputStream(output)).readAll();
        List<FlvTag> result = new ArrayList<>();
        coded.stream().filter(tag -> tag.isAvc() && tag.isSequenceHeader()).forEach(result::add);
        var next = coded.stream().filter(tag -> tag.isAvc() && tag.isMedia()).iterator();
        for (FlvTag tag : tags) {
            if (tag.isAvc() && tag.isMedia()) {
                result.add(next.next().at(tag.timestampMs()));
            } else if (!tag.isAvc()) {
                result.add(tag);
            }
        }
        assertThat(next).isExhausted();
        return result;
    }
}
