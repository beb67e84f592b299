package io.airproof.world;

import io.airproof.driver.sts.OutgoingFragment;
import io.airproof.driver.sts.StreamInit;
import io.airproof.driver.sts.StsClient;
import io.airproof.driver.sts.StsEvent;
import java.net.URI;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import java.util.function.UnaryOperator;
import org.json.JSONObject;

/** One connection of the suite's own to an STS, and the session on it: many fragments may be under way. */
final class StsSession implements AutoCloseable {

    static final String ACK = "fragment:ack";
    static final String RESULT = "fragment:processed";
    static final String ERROR = "error";
    static final String COMPLETE = "stream:complete";

    /** Time to connect, and for any answer: it tells late from never. */
    private static final Duration PATIENCE = Duration.ofSeconds(40);

    private final StsClient client;
    private StreamInit init;
    private int nextNumber;

    private StsSession(StsClient client, StreamInit init) {
        this.client = client;
        this.init = init;
    }

    /** Connects; the session is still to be opened. */
    static StsSession connect(URI sts) {
        String streamId = "client-" + UUID.randomUUID();
        return new StsSession(
                StsClient.connect(sts, streamId, PATIENCE),
                StreamInit.of(streamId).sound(Excerpt.SAMPLE_RATE, 1));
    }

    /** Connects by a bare WebSocket: for messages of MiB, or in order to answer no ping. */
    static StsSession connectBare(URI sts, boolean answersPings) {
        String streamId = "client-" + UUID.randomUUID();
        return new StsSession(
                StsClient.connectBare(sts, answersPings, PATIENCE),
                StreamInit.of(streamId).sound(Excerpt.SAMPLE_RATE, 1));
    }

    StsClient client() {
        return client;
    }

    StreamInit init() {
        return init;
    }

    /** Opens the session with the settings so far. */
    StsEvent open() {
        nextNumber = 0;
        return client.init(init);
    }

    /** Opens the session with other settings. */
    StsEvent open(UnaryOperator<StreamInit> settings) {
        init = settings.apply(init);
        return open();
    }

    /** A fragment with the next number. */
    OutgoingFragment next(Excerpt sound) {
        return numbered(nextNumber++, sound);
    }

    /** A fragment with this number. */
    OutgoingFragment numbered(int number, Excerpt sound) {
        return OutgoingFragment.of(init.streamId(), number, sound.m4a(), Excerpt.SAMPLE_RATE, 1, sound.durationMs());
    }

    /** Sends the fragment with the next number. */
    OutgoingFragment send(Excerpt sound) {
        OutgoingFragment fragment = next(sound);
        client.sendFragment(fragment);
        return fragment;
    }

    /** Sends an event that names the stream. */
    Instant say(String event) {
        return client.emit(event, new JSONObject().put("stream_id", init.streamId()));
    }

    /** The first event of this name that is about the fragment; waited for. */
    StsEvent await(String name, OutgoingFragment fragment) {
        return client.await(name, event -> isAbout(event, fragment), PATIENCE);
    }

    /** The first event of this name; waited for. */
    StsEvent await(String name) {
        return client.await(name, event -> true, PATIENCE);
    }

    /** The events of this name so far, in order. */
    List<StsEvent> events(String name) {
        return client.events().stream()
                .filter(event -> event.name().equals(name))
                .toList();
    }

    /** The events of this name that are about the fragment so far, in order. */
    List<StsEvent> events(String name, OutgoingFragment fragment) {
        return events(name).stream().filter(event -> isAbout(event, fragment)).toList();
    }

    private static boolean isAbout(StsEvent event, OutgoingFragment fragment) {
        return event.body()
                .optString("fragment_id")
                .equals(fragment.fragmentId().toString());
    }

    @Override
    public void close() {
        client.close();
    }
}
