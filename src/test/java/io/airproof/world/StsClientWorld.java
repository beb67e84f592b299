package io.airproof.world;

import io.airproof.driver.ffmpeg.DecodedAudio;
import io.airproof.driver.ffmpeg.M4aEncoder;
import io.airproof.driver.ffmpeg.SoundDecoder;
import io.airproof.driver.ffmpeg.UndecodableException;
import io.airproof.driver.sts.FragmentContract;
import io.airproof.driver.sts.StreamReadyContract;
import io.airproof.driver.sts.StsEvent;
import io.airproof.driver.sts.Violation;
import io.airproof.fixture.Clip;
import io.airproof.measure.Percentiles;
import io.airproof.measure.Reading;
import io.airproof.media.Sound;
import io.airproof.run.AcceptanceRun;
import io.airproof.run.Segment;
import io.airproof.stack.StsKind;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Stream;
import org.json.JSONObject;

/** A client of the suite's own at the dubbing STS: it speaks the contract and checks every member of every answer. */
public final class StsClientWorld {

    private static final String WIRE = "the client's own connection to the STS";
    private static final List<String> NUMBERS = List.of("numbers");

    private final AcceptanceRun run;
    private final M4aEncoder encoder;
    private final List<Duration> connectTimes = new ArrayList<>();
    private Optional<StsTalk> talk = Optional.empty();
    private Optional<StsEvent> ready = Optional.empty();
    private Optional<Duration> timeToReady = Optional.empty();
    private Optional<StsTalk.Answer> answer = Optional.empty();

    public StsClientWorld(CurrentRun run) {
        this.run = run.get();
        this.encoder = new M4aEncoder(this.run.ffmpeg());
    }

    /** Connects and hangs up, several times. */
    public void connectRepeatedly(int times) {
        for (int i = 0; i < times; i++) {
            try (StsTalk once = connected()) {
                connectTimes.add(once.connectTime());
            }
        }
    }

    /** The median time from TCP open to Socket.IO connect, in ms. */
    public List<Figure> medianConnectTime() {
        return List.of(Figure.milliseconds(
                "median of %d connections, each %s".formatted(connectTimes.size(), milliseconds(connectTimes)),
                Percentiles.median(connectTimes)));
    }

    /** Connects. */
    public void connect() {
        talk = Optional.of(connected());
    }

    /** Opens a stream with the vocabulary of numbers. */
    public void openStream() {
        Instant sent = Instant.now();
        StsEvent event = talk().open();
        ready = Optional.of(event);
        timeToReady = Optional.of(Duration.between(sent, event.at()));
    }

    /** From {@code stream:init} to {@code stream:ready}, in seconds. */
    public List<Figure> timeToReady() {
        return List.of(Figure.seconds(
                WIRE,
                timeToReady.map(Reading::measured).orElseGet(() -> Reading.unmeasurable("no stream was opened"))));
    }

    /** How many members of {@code stream:ready} are not as promised; the place names them. */
    public List<Figure> readyViolations() {
        return List.of(
                ready.map(event -> violations("stream:ready", StreamReadyContract.check(event.body(), talk().init())))
                        .orElseGet(() -> Figure.none(WIRE, "no stream was opened")));
    }

    /** Sends the first six seconds of the counting clip and waits for the answers. */
    public void sendSpeech() {
        send(Clip.COUNTING_30);
    }

    /** Sends the first six seconds of a clip and waits for the answers. */
    public void send(Clip clip) {
        Sound sound = run.fixtures().get(clip).sound().slice(Duration.ZERO, Segment.LENGTH);
        answer = Optional.of(talk().ask(sound));
    }

    /** How many acknowledgements came for the fragment. */
    public List<Figure> acks() {
        return List.of(Figure.of(WIRE, answer().acks()));
    }

    /** How many results came for the fragment. */
    public List<Figure> results() {
        return List.of(Figure.of(WIRE, answer().results()));
    }

    /** How many members of the acknowledgement and the result are not as promised; the places name them. */
    public List<Figure> contractViolations() {
        StsTalk.Answer got = answer();
        return List.of(
                violations("fragment:ack", FragmentContract.queued(got.ack(), got.fragment())),
                violations("fragment:processed", FragmentContract.processed(got.result(), got.fragment())));
    }

    /** How many of fragment, stream and number the result names as they were asked. */
    public List<Figure> membersCopied() {
        StsTalk.Answer got = answer();
        long equal = Stream.of("fragment_id", "stream_id", "sequence_number")
                .filter(member -> Objects.equals(
                        String.valueOf(got.fragment().opt(member)),
                        String.valueOf(got.result().opt(member))))
                .count();
        return List.of(Figure.of("fragment:processed", equal));
    }

    /** The dub's own form: 1 if it is MP4 of brand M4A with its index first, else 0. */
    public List<Figure> dubIsM4a() {
        return dub(audio -> audio.brand().strip().equals("M4A") && audio.indexFirst() ? 1 : 0);
    }

    /** Sample rate of the decoded dub minus the declared one, in Hz. */
    public List<Figure> dubRateError() {
        return dub(audio -> audio.sampleRate() - declared().optDouble("sample_rate_hz"));
    }

    /** Channels of the decoded dub minus the declared ones. */
    public List<Figure> dubChannelError() {
        return dub(audio -> audio.channels() - declared().optDouble("channels"));
    }

    /** Length of the decoded dub against the declared one, in ms, without sign. */
    public List<Figure> dubLengthError() {
        return dub(
                audio -> Math.abs(audio.duration().toNanos() / 1e6 - declared().optDouble("duration_ms")));
    }

    /** Hangs up, if a connection is there. */
    public void hangUp() {
        talk.ifPresent(StsTalk::close);
    }

    private List<Figure> dub(java.util.function.ToDoubleFunction<DecodedAudio> figure) {
        try {
            byte[] bytes = Base64.getDecoder().decode(declared().optString("data_base64"));
            DecodedAudio audio = new SoundDecoder(run.ffmpeg()).inspectM4a(bytes);
            return List.of(Figure.of("dubbed_audio", figure.applyAsDouble(audio)));
        } catch (IllegalArgumentException | UndecodableException e) {
            return List.of(Figure.none("dubbed_audio", "it does not decode: " + e.getMessage()));
        }
    }

    private JSONObject declared() {
        return Optional.ofNullable(answer().result().optJSONObject("dubbed_audio"))
                .orElseGet(JSONObject::new);
    }

    private static Figure violations(String event, List<Violation> violations) {
        return Figure.of(violations.isEmpty() ? event : event + ": " + violations, violations.size());
    }

    private static String milliseconds(List<Duration> times) {
        return times.stream().map(time -> time.toMillis() + " ms").toList().toString();
    }

    private StsTalk connected() {
        return StsTalk.connect(run.stack().sts(StsKind.DUBBING), NUMBERS, encoder);
    }

    private StsTalk talk() {
        return talk.orElseThrow(() -> new IllegalStateException("no client is connected"));
    }

    StsTalk.Answer answer() {
        return answer.orElseThrow(() -> new IllegalStateException("no fragment was sent"));
    }
}
