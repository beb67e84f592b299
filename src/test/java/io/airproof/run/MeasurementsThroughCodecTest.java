package io.airproof.run;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.airproof.driver.ffmpeg.Feed;
import io.airproof.driver.ffmpeg.Ffmpeg;
import io.airproof.driver.ffmpeg.SoundDecoder;
import io.airproof.fixture.Clip;
import io.airproof.fixture.FixtureStore;
import io.airproof.fixture.SpeechTools;
import io.airproof.measure.Loudness;
import io.airproof.measure.Resampler;
import io.airproof.measure.Residual;
import io.airproof.measure.SoundFinder;
import io.airproof.measure.SoundMatch;
import io.airproof.measure.TruePeak;
import io.airproof.media.FlvReader;
import io.airproof.media.Sound;
import io.airproof.stack.provision.Provisioner;
import io.airproof.stack.provision.Toolbox;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import java.util.function.IntToDoubleFunction;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.TestInstance.Lifecycle;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Voices at known places and levels, with noise, coded in AAC: 44.1 and 48 kHz, one channel and two. */
@TestInstance(Lifecycle.PER_CLASS)
class MeasurementsThroughCodecTest {

    private static final Toolbox TOOLS = Provisioner.standard().provision(System.out::println);
    private static final Duration DEADLINE = Duration.ofSeconds(30);
    private static final Duration SEARCH = Duration.ofSeconds(1);
    private static final Duration NEAR = Duration.ofMillis(25);

    /** Samples that ffmpeg's encoder puts before the first. */
    private static final int PRIMING = 1024;

    /** Noise below the voices, dBFS. */
    private static final double NOISE_DBFS = -55;

    private final Ffmpeg ffmpeg = new Ffmpeg(TOOLS.ffmpeg(), TOOLS.ffprobe());
    private final Sound source;
    private final Sound dub;

    MeasurementsThroughCodecTest(@TempDir Path folder) {
        FixtureStore clips = new FixtureStore(folder, ffmpeg, new SpeechTools(TOOLS.flite()));
        this.source = clips.get(Clip.TWO_VOICES_6).sound().slice(Duration.ZERO, Duration.ofSeconds(6));
        this.dub = clips.get(Clip.MONO_48)
                .sound()
                .slice(Duration.ofSeconds(6), Duration.ofSeconds(12))
                .startingAt(Duration.ZERO);
    }

    @ParameterizedTest
    @CsvSource({
        "44100, 1, 100.0, -20, 1",
        "44100, 2, 731.3, -10, 0.3",
        "48000, 1, 0.4, -20, 0.1",
        "48000, 2, 1499.9, -26, 2",
        "44100, 2, 333.33, -16, 0.7",
        "48000, 2, 12.25, -6, 0.5"
    })
    void places_and_levels_survive(int rate, int channels, double atMs, double sourceDb, double gain) throws Exception {
        Sound dubAtRate = Resampler.resample(dub, rate);
        Sound sourceAtRate = Resampler.resample(source, rate);
        int place = (int) Math.round(atMs * rate / 1000);
        Random random = new Random(rate + channels);
        double under = Math.pow(10, sourceDb / 20);
        double noise = Math.pow(10, NOISE_DBFS / 20);
        Sound mixed = made(
                8 * rate,
                rate,
                i -> 0.5
                        * gain
                        * (at(dubAtRate, i - place)
                                + under * at(sourceAtRate, i - place)
                                + noise * random.nextGaussian()));

        Sound output = coded(mixed, channels);

        Duration truth = Duration.ofNanos(Math.round(place * 1e9 / rate));
        SoundMatch match = SoundFinder.find(dubAtRate, output, truth.minus(SEARCH), truth.plus(SEARCH))
                .orElseThrow();
        assertThat(ms(match.at().minus(truth))).isCloseTo(0, within(0.03));
        assertThat(match.correlation()).isGreaterThan(sourceDb > -10 ? 0.85 : 0.93);
        SoundMatch turned = SoundFinder.findEitherWay(
                        dubAtRate.inverted(), output, truth.minus(SEARCH), truth.plus(SEARCH))
                .orElseThrow();
        assertThat(turned.at()).isEqualTo(match.at());

        Residual residual =
                Residual.of(sourceAtRate, dubAtRate, output, truth, truth, NEAR).orElseThrow();
        double level = 20 * Math.log10(0.5 * gain);
        assertThat(residual.sourceDb()).isCloseTo(sourceDb + level, within(0.6));
        assertThat(residual.dubDb()).isCloseTo(level, within(0.2));

        // Coding itself takes something from hissing sounds.
        assertThat(Loudness.integrated(output, 2).orElseThrow())
                .isCloseTo(Loudness.integrated(mixed, 2).orElseThrow(), within(0.3));
    }

    @ParameterizedTest
    @CsvSource({"44100, -23, 0.1", "48000, -23, 0.1", "48000, -12, 0.6", "44100, -30, 0.9"})
    void loudness_and_true_peak_are_those_of_ebur128(int rate, double noiseDbfs, double voice) {
        Random random = new Random(rate);
        Sound voices = Resampler.resample(source, rate);
        double noise = Math.pow(10, noiseDbfs / 20);
        Sound sound = made(
                6 * rate,
                rate,
                i -> voice * at(voices, i) + (i < 4 * rate ? noise : noise / 30) * random.nextGaussian() / 3);
        List<String> stereo = List.of("-f", "f32le", "-ar", Integer.toString(rate), "-ac", "1", "-i", "pipe:0");
        byte[] text = ffmpeg.run(
                "ebur128",
                Stream.of(
                                List.of("-v", "error"),
                                stereo,
                                List.of(
                                        "-af",
                                        "pan=stereo|c0=c0|c1=c0,ebur128=metadata=1:peak=true,ametadata=print:file=-"),
                                List.of("-f", "null", "-"))
                        .flatMap(List::stream)
                        .toList(),
                Feed.of(pcm(sound, 1)),
                DEADLINE);
        String words = new String(text, StandardCharsets.UTF_8);
        assertThat(Loudness.integrated(sound, 2).orElseThrow()).isCloseTo(last(words, "lavfi.r128.I"), within(0.1));
        assertThat(Loudness.shortTermMax(sound, 2).orElseThrow())
                .isCloseTo(greatest(words, "lavfi.r128.S"), within(0.1));
        assertThat(TruePeak.dbtp(sound).orElseThrow())
                .isCloseTo(20 * Math.log10(last(words, "lavfi.r128.true_peaks_ch0")), within(0.2));
    }

    private static double last(String words, String key) {
        double[] all = values(words, key);
        return all[all.length - 1];
    }

    private static double greatest(String words, String key) {
        return Arrays.stream(values(words, key)).max().orElseThrow();
    }

    private static double[] values(String words, String key) {
        return Pattern.compile(Pattern.quote(key) + "=(\\S+)")
                .matcher(words)
                .results()
                .map((MatchResult found) -> found.group(1))
                .mapToDouble(Double::parseDouble)
                .toArray();
    }

    /** The sound coded as AAC in an FLV and decoded, with its first sample where it was. */
    private Sound coded(Sound sound, int channels) throws IOException {
        byte[] flv = ffmpeg.run(
                "coding",
                Stream.of(
                                List.of("-v", "error", "-f", "f32le", "-ar", Integer.toString(sound.sampleRate())),
                                List.of("-ac", Integer.toString(channels), "-i", "pipe:0", "-c:a", "aac"),
                                List.of("-b:a", channels == 1 ? "96k" : "128k", "-f", "flv", "pipe:1"))
                        .flatMap(List::stream)
                        .toList(),
                Feed.of(pcm(sound, channels)),
                DEADLINE);
        Sound decoded = new SoundDecoder(ffmpeg).decodeFlv(new FlvReader(new ByteArrayInputStream(flv)).readAll());
        return decoded.startingAt(Duration.ofNanos(Math.round(-PRIMING * 1e9 / decoded.sampleRate())));
    }

    /** Of two channels the left is louder; their mean is the sound. */
    private static byte[] pcm(Sound sound, int channels) {
        ByteBuffer bytes = ByteBuffer.allocate(sound.samples().length * channels * Float.BYTES)
                .order(ByteOrder.LITTLE_ENDIAN);
        for (float sample : sound.samples()) {
            for (int channel = 0; channel < channels; channel++) {
                bytes.putFloat(channels == 1 ? sample : channel == 0 ? 1.3f * sample : 0.7f * sample);
            }
        }
        return bytes.array();
    }

    private static Sound made(int count, int rate, IntToDoubleFunction sample) {
        float[] samples = new float[count];
        for (int i = 0; i < count; i++) {
            samples[i] = (float) sample.applyAsDouble(i);
        }
        return new Sound(samples, rate, Duration.ZERO);
    }

    private static double at(Sound sound, int index) {
        return index >= 0 && index < sound.samples().length ? sound.samples()[index] : 0;
    }

    private static double ms(Duration duration) {
        return duration.toNanos() / 1e6;
    }
}
