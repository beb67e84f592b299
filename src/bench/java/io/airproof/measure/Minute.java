package io.airproof.measure;

import io.airproof.media.CodedPicture;
import io.airproof.media.FlvTag;
import io.airproof.media.GreyPicture;
import io.airproof.media.Sound;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.State;

/** What is known of one dubbed programme of a minute: ten segments of 6 s, an output at 48 kHz, dubs at 44.1 kHz. */
@State(Scope.Benchmark)
public class Minute {

    static final int RATE = 48_000;
    static final int DUB_RATE = 44_100;
    static final int SECONDS = 60;
    static final int SEGMENTS = 10;
    static final int FRAMES = SECONDS * 30;
    static final Duration SEGMENT = Duration.ofSeconds(6);
    static final Duration SHIFT = Duration.ofSeconds(6);
    static final Duration SEARCH = Duration.ofSeconds(1);
    private static final int PICTURE_BYTES = 1400;
    private static final int WORDS = 60;

    final Sound source = Sounds.speech(1, SECONDS, RATE);
    final List<Sound> fragments = new ArrayList<>();
    final List<Sound> dubs = new ArrayList<>();
    final Sound output;
    final Sound beeps;
    final List<FlvTag> pictureTags = new ArrayList<>();
    final List<FlvTag> soundTags = new ArrayList<>();
    final List<CodedPicture> pictures = Pictures.from(SHIFT, FRAMES);
    final FrameNumbers numbers = Pictures.numbers(FRAMES);
    final Map<String, Sound> vocabulary = new LinkedHashMap<>();
    final List<Offset> marks = new ArrayList<>();
    final Map<Integer, Instant> sent = new HashMap<>();
    final Map<Integer, Instant> arrived = new HashMap<>();
    final GreyPicture picture = new GreyPicture(320, 180, new byte[320 * 180]);

    public Minute() {
        float[] heard = new float[SECONDS * RATE];
        for (int n = 0; n < SEGMENTS; n++) {
            Sound dub = Sounds.speech(100 + n, 6, RATE);
            System.arraycopy(dub.samples(), 0, heard, n * 6 * RATE, dub.samples().length);
            dubs.add(Resampler.resample(dub, DUB_RATE));
            fragments.add(source.slice(SEGMENT.multipliedBy(n), SEGMENT.multipliedBy(n + 1))
                    .startingAt(Duration.ZERO));
        }
        Sound noise = Sounds.noise(7, SECONDS, RATE, 0.0005);
        output = Sounds.plus(new Sound(heard, RATE, Duration.ZERO), noise).startingAt(SHIFT);
        beeps = Sounds.made(
                        SECONDS * RATE,
                        RATE,
                        i -> i % RATE < RATE * 80 / 1000 ? 0.5 * Math.sin(2 * Math.PI * 1000 * i / RATE) : 0)
                .startingAt(SHIFT);
        Random random = new Random(3);
        for (int n = 0; n < FRAMES; n++) {
            pictureTags.add(picture(n, random));
            sent.put(n, Instant.EPOCH.plusMillis(33L * n));
            arrived.put(n, Instant.EPOCH.plusMillis(33L * n + 6000 + random.nextInt(40)));
        }
        soundTags.add(new FlvTag(FlvTag.Kind.AUDIO, 0, new byte[] {(byte) 0xAF, 0, 0x11, (byte) 0x90}));
        for (int n = 0; n < SECONDS * RATE / 1024; n++) {
            soundTags.add(
                    new FlvTag(FlvTag.Kind.AUDIO, (int) SHIFT.toMillis() + (int) Math.round(n * 64 / 3.0), new byte[] {
                        (byte) 0xAF, 1, 0
                    }));
        }
        for (int n = 0; n < WORDS; n++) {
            vocabulary.put("word " + n, Sounds.speech(1000 + n, 1, RATE));
        }
        for (int n = 1; n < SECONDS; n++) {
            marks.add(new Offset(SHIFT.plusSeconds(n), random.nextGaussian()));
        }
    }

    private static FlvTag picture(int number, Random random) {
        byte[] data = new byte[5 + 4 + PICTURE_BYTES];
        random.nextBytes(data);
        data[0] = (byte) (number % 30 == 0 ? 0x17 : 0x27);
        data[1] = 1;
        data[2] = 0;
        data[3] = 0;
        data[4] = 0;
        data[5] = 0;
        data[6] = 0;
        data[7] = (byte) (PICTURE_BYTES >> 8);
        data[8] = (byte) PICTURE_BYTES;
        data[9] = 0x41;
        return new FlvTag(FlvTag.Kind.VIDEO, (int) Math.round(number * 1000 / 30.0), data);
    }

    Duration start(int segment) {
        return SEGMENT.multipliedBy(segment);
    }

    Sound heard(int segment) {
        return output.slice(SHIFT.plus(start(segment)), SHIFT.plus(start(segment + 1)));
    }
}
