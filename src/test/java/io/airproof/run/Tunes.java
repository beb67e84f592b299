package io.airproof.run;

import io.airproof.driver.ffmpeg.M4aEncoder;
import io.airproof.driver.tap.Direction;
import io.airproof.driver.tap.FaultPlan;
import io.airproof.driver.tap.FrameInterceptor;
import io.airproof.driver.tap.Message;
import io.airproof.driver.tap.MessageFilter;
import io.airproof.driver.tap.Verdict;
import io.airproof.media.Sound;
import java.time.Duration;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.concurrent.ConcurrentHashMap;
import org.json.JSONObject;

/**
 * Dubs that can be taken for nothing else: a tune of its own for each stream and fragment, in place of what the echo STS
 * returns. The same each time.
 */
public final class Tunes {

    private static final String PROCESSED = "fragment:processed";
    private static final String DUB = "dubbed_audio";
    private static final int RATE = 48_000;
    private static final double NOTE_S = 0.12;
    private static final double RAMP_S = 0.01;
    private static final double LEVEL = 0.25;

    /** Notes lie within what AAC keeps as a wave: above, it may put noise in its place. */
    private static final double LOWEST_HZ = 250;

    private static final double OCTAVES = 3;

    /** Tunes that are made ahead: as many fragments as a usual programme has. */
    private static final int AHEAD = 5;

    /** Characters of base64; no file of sound is that short. */
    private static final int SHORTEST_AUDIO = 100;

    private static final Duration USUAL = Duration.ofSeconds(6);

    private final M4aEncoder encoder;
    private final Map<Key, String> made = new ConcurrentHashMap<>();

    private record Key(int stream, int fragment, long millis) {}

    Tunes(M4aEncoder encoder) {
        this.encoder = encoder;
    }

    /** Replaces every dub of a stream; tunes of different streams differ. */
    Interference forStream(String streamId) {
        int stream = streamId.hashCode();
        for (int fragment = 0; fragment < AHEAD; fragment++) {
            String ignored = base64(stream, fragment, USUAL);
        }
        return new Interference("tunes", FaultPlan.none().with(Direction.STS_TO_WORKER, new Replace(stream)));
    }

    /** What another fault has made unusable is left as it is. */
    private static boolean hasAudio(JSONObject body) {
        JSONObject dub = body.optJSONObject(DUB);
        return dub != null && dub.optString("data_base64").length() >= SHORTEST_AUDIO;
    }

    private final class Replace implements FrameInterceptor {
        private final MessageFilter dubs = MessageFilter.event(PROCESSED, "with a dub", Tunes::hasAudio);
        private final int stream;

        Replace(int stream) {
            this.stream = stream;
        }

        @Override
        public Verdict meet(Message message, Passing passing) {
            return dubs.test(message)
                    ? new Verdict.Replace(message.eventBody()
                            .map(body -> List.of(Message.event(PROCESSED, changed(body))))
                            .orElseGet(() -> List.of(message)))
                    : Verdict.PASS;
        }

        private JSONObject changed(JSONObject body) {
            JSONObject copy = new JSONObject(body.toString());
            JSONObject dub = copy.getJSONObject(DUB);
            Duration length = Duration.ofMillis(dub.optLong("duration_ms"));
            String audio = base64(stream, copy.optInt("sequence_number"), length);
            dub.put("data_base64", audio).put("sample_rate_hz", RATE).put("channels", 1);
            return copy;
        }

        @Override
        public String describe() {
            return "a tune for each dub";
        }
    }

    private String base64(int stream, int fragment, Duration length) {
        return made.computeIfAbsent(new Key(stream, fragment, length.toMillis()), key -> Base64.getEncoder()
                .encodeToString(encoder.encode(tune(stream, fragment, length), RATE)));
    }

    /** Short notes of random height, each with soft edges. */
    static Sound tune(int stream, int fragment, Duration length) {
        float[] samples = new float[(int) Math.round(length.toNanos() / 1e9 * RATE)];
        Random random = new Random(31L * stream + fragment);
        int note = (int) (NOTE_S * RATE);
        double ramp = RAMP_S * RATE;
        for (int from = 0; from < samples.length; from += note) {
            double hz = LOWEST_HZ * Math.pow(2, OCTAVES * random.nextDouble());
            int count = Math.min(note, samples.length - from);
            for (int i = 0; i < count; i++) {
                double envelope = Math.min(1, Math.min(i, count - 1 - i) / ramp);
                samples[from + i] = (float) (LEVEL * envelope * Math.sin(2 * Math.PI * hz * i / RATE));
            }
        }
        return new Sound(samples, RATE, Duration.ZERO);
    }
}
