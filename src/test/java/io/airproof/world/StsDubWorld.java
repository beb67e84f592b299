package io.airproof.world;

import io.airproof.driver.ffmpeg.SoundDecoder;
import io.airproof.driver.ffmpeg.UndecodableException;
import io.airproof.driver.http.HealthClient;
import io.airproof.driver.http.HealthReply;
import io.airproof.driver.speech.EnglishVoice;
import io.airproof.driver.sts.StsEvent;
import io.airproof.driver.wait.Await;
import io.airproof.driver.wait.Look;
import io.airproof.media.Sound;
import io.airproof.run.AcceptanceRun;
import io.airproof.run.Segment;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Base64;
import java.util.List;
import java.util.Optional;
import org.json.JSONObject;

/** A dubbing STS of the scenario's own: from its start to its first dub, and how long its dubs are. */
public final class StsDubWorld {

    private static final Duration LOADED = Duration.ofSeconds(60);
    private static final Duration LOOK = Duration.ofMillis(25);
    private static final int OK = 200;
    private static final int STARTING = 503;

    /** What is spoken in the fragments whose dubs are measured; its Spanish is longer. */
    private static final String SENTENCE = "The children play in the garden with the new ball.";

    private static final String VOICE = "rms";

    private record Dub(double originalMs, StsEvent result) {
        String status() {
            return result.body().optString("status");
        }
    }

    private final AcceptanceRun run;
    private final StsBenchWorld bench;
    private final List<HealthReply> health = new ArrayList<>();
    private final List<Dub> dubs = new ArrayList<>();
    private Optional<StsEvent> first = Optional.empty();

    public StsDubWorld(CurrentRun run, StsBenchWorld bench) {
        this.run = run.get();
        this.bench = bench;
    }

    /** Asks an STS that starts for its health until it is well, and at once sends it a fragment of speech. */
    public void startAndSend() {
        Excerpt speech = bench.speech(Duration.ZERO, Segment.LENGTH);
        awaitHealth();
        StsSession session = bench.connect();
        session.open(init -> init.hints("numbers"));
        first = Optional.of(session.await(StsSession.RESULT, session.send(speech)));
    }

    private void awaitHealth() {
        HealthClient client = HealthClient.sts(bench.sts());
        Await.until("the STS is healthy", LOADED, LOOK, () -> {
            HealthReply reply = client.ask();
            health.add(reply);
            return new Look(reply.status() == OK, reply.status() + " " + reply.body());
        });
    }

    /** Answers that say that it is starting, before the first that says it is well. */
    public List<Figure> answersWhileStarting() {
        return List.of(Figure.of(
                "status 503, \"starting\"",
                health.stream()
                        .filter(reply -> reply.status() == STARTING)
                        .filter(reply -> reply.body().optString("status").equals("starting"))
                        .count()));
    }

    /** Answers before the first 200 that say anything else. */
    public List<Figure> otherAnswers() {
        return List.of(Figure.of(
                "neither 503 nor 200",
                health.stream()
                        .filter(reply -> reply.status() != STARTING && reply.status() != OK)
                        .count()));
    }

    /** 1 if the first fragment was dubbed, else 0. */
    public List<Figure> firstDub() {
        JSONObject result = first.orElseThrow(() -> new IllegalStateException("no fragment was sent"))
                .body();
        return List.of(Figure.of(
                "first fragment: %s \"%s\"".formatted(result.optString("status"), result.optString("transcript")),
                result.optString("status").equals("success") ? 1 : 0));
    }

    /** One sentence, each time with another pause after it. */
    public void dubWithPauses(List<Duration> pauses) {
        Sound spoken = new EnglishVoice(run.tools().flite(), VOICE).speak(SENTENCE);
        List<Excerpt> sounds = pauses.stream()
                .map(pause -> bench.excerpt(followedBy(pause, spoken)))
                .toList();
        awaitHealth();
        StsSession session = bench.connect();
        session.open();
        for (Excerpt sound : sounds) {
            dubs.add(new Dub(sound.durationMs(), session.await(StsSession.RESULT, session.send(sound))));
        }
    }

    private static Sound followedBy(Duration pause, Sound spoken) {
        int samples = (int) (pause.toMillis() * spoken.sampleRate() / 1000);
        return new Sound(
                Arrays.copyOf(spoken.samples(), spoken.samples().length + samples), spoken.sampleRate(), Duration.ZERO);
    }

    /** How many results have this status. */
    public List<Figure> results(String status) {
        return List.of(Figure.of(
                "results: " + dubs.stream().map(Dub::status).toList(),
                dubs.stream().filter(dub -> dub.status().equals(status)).count()));
    }

    /** How far the decoded length of each dub with this status is off the original, in percent of it. */
    public List<Figure> variance(String status) {
        return ofStatus(status)
                .map(dub -> decodedMs(dub)
                        .map(ms -> Figure.of(where(dub), percent(ms, dub)))
                        .orElseGet(() -> Figure.none(where(dub), "the dub does not decode")))
                .toList();
    }

    /** How far the stated percentage is from that of the decoded length, in percentage points. */
    public List<Figure> statedBesideDecoded(String status) {
        return ofStatus(status)
                .map(dub -> {
                    double stated = metadata(dub).optDouble("duration_variance_percent", -1);
                    return decodedMs(dub)
                            .map(ms -> Figure.of(where(dub), Math.abs(stated - percent(ms, dub))))
                            .orElseGet(() -> Figure.none(where(dub), "the dub does not decode"));
                })
                .toList();
    }

    /** The percentage that failed results state. */
    public List<Figure> statedOfFailed() {
        return ofStatus("failed")
                .map(dub -> Figure.of(where(dub), metadata(dub).optDouble("duration_variance_percent", -1)))
                .toList();
    }

    /** For each failed result 1 if it has this code and no dub; else 0. */
    public List<Figure> failedForTheirLength(String mismatch) {
        return ofStatus("failed")
                .map(dub -> {
                    String code = Optional.ofNullable(dub.result().body().optJSONObject("error"))
                            .map(error -> error.optString("code"))
                            .orElse("");
                    boolean right = code.equals(mismatch) && dub.result().body().isNull("dubbed_audio");
                    return Figure.of(where(dub) + ": " + code, right ? 1 : 0);
                })
                .toList();
    }

    private java.util.stream.Stream<Dub> ofStatus(String status) {
        return dubs.stream().filter(dub -> dub.status().equals(status));
    }

    private Optional<Double> decodedMs(Dub dub) {
        try {
            byte[] m4a = Base64.getDecoder()
                    .decode(Optional.ofNullable(dub.result().body().optJSONObject("dubbed_audio"))
                            .map(audio -> audio.optString("data_base64"))
                            .orElse(""));
            Duration decoded = new SoundDecoder(run.ffmpeg()).inspectM4a(m4a).duration();
            return Optional.of(decoded.toNanos() / 1e6);
        } catch (IllegalArgumentException | UndecodableException e) {
            return Optional.empty();
        }
    }

    private static double percent(double ms, Dub dub) {
        return 100 * Math.abs(ms - dub.originalMs()) / dub.originalMs();
    }

    private static JSONObject metadata(Dub dub) {
        return dub.result().body().optJSONObject("metadata", new JSONObject());
    }

    private static String where(Dub dub) {
        return "%s, original of %.0f ms".formatted(dub.status(), dub.originalMs());
    }
}
