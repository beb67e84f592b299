package io.airproof.world;

import io.airproof.driver.ffmpeg.M4aEncoder;
import io.airproof.driver.sts.OutgoingFragment;
import io.airproof.driver.sts.StreamInit;
import io.airproof.driver.sts.StsClient;
import io.airproof.driver.sts.StsEvent;
import io.airproof.media.Sound;
import java.net.URI;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.json.JSONObject;

/** One session of the suite's own at an STS: fragments are sent one at a time, and their answers awaited. */
final class StsTalk implements AutoCloseable {

    /** Time to connect; the promise is 500 ms, the rest tells late from never. */
    private static final Duration CONNECT = Duration.ofSeconds(10);

    /** A worker waits 30 s at most for a result (contract dubbing §2.4). */
    private static final Duration RESULT = Duration.ofSeconds(40);

    /** Rate of the sound that is sent, in Hz. */
    private static final int SAMPLE_RATE = 48_000;

    private static final long MS_PER_SECOND = 1000;

    private final StsClient client;
    private final StreamInit init;
    private final M4aEncoder encoder;
    private int nextNumber;

    /**
     * The answers to one fragment.
     *
     * @param fragment body of the {@code fragment:data}
     * @param ack body of the {@code fragment:ack}
     * @param result body of the {@code fragment:processed}
     * @param acks how many came for it
     * @param results how many came for it
     */
    record Answer(JSONObject fragment, JSONObject ack, JSONObject result, long acks, long results) {}

    private StsTalk(StsClient client, StreamInit init, M4aEncoder encoder) {
        this.client = client;
        this.init = init;
        this.encoder = encoder;
    }

    static StsTalk connect(URI sts, List<String> hints, M4aEncoder encoder) {
        String streamId = "client-" + UUID.randomUUID();
        StsClient client = StsClient.connect(sts, streamId, CONNECT);
        StreamInit init = StreamInit.of(streamId).sound(SAMPLE_RATE, 1).hints(hints.toArray(String[]::new));
        return new StsTalk(client, init, encoder);
    }

    Duration connectTime() {
        return client.timing().tcpToSocketIo();
    }

    StreamInit init() {
        return init;
    }

    /** Opens the session. */
    StsEvent open() {
        return client.init(init);
    }

    /** Sends a sound and waits for its result. */
    Answer ask(Sound sound) {
        byte[] m4a = encoder.encode(sound, SAMPLE_RATE);
        long durationMs = sound.samples().length * MS_PER_SECOND / sound.sampleRate();
        OutgoingFragment fragment = OutgoingFragment.of(init.streamId(), nextNumber++, m4a, SAMPLE_RATE, 1, durationMs);
        String id = fragment.fragmentId().toString();
        client.sendFragment(fragment);
        StsEvent ack = client.await("fragment:ack", event -> isAbout(event, id), RESULT);
        StsEvent result = client.await("fragment:processed", event -> isAbout(event, id), RESULT);
        return new Answer(
                fragment.toJson(Instant.now()),
                ack.body(),
                result.body(),
                count("fragment:ack", id),
                count("fragment:processed", id));
    }

    private long count(String name, String fragmentId) {
        return client.events().stream()
                .filter(event -> event.name().equals(name) && isAbout(event, fragmentId))
                .count();
    }

    private static boolean isAbout(StsEvent event, String fragmentId) {
        return event.body().optString("fragment_id").equals(fragmentId);
    }

    @Override
    public void close() {
        client.close();
    }
}
