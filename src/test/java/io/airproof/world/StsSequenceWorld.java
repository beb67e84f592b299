package io.airproof.world;

import io.airproof.driver.sts.OutgoingFragment;
import io.airproof.driver.sts.PaddedM4a;
import io.airproof.driver.sts.SimulatedError;
import io.airproof.driver.sts.StsEvent;
import io.airproof.measure.Reading;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;

/** Gaps, repetitions, retries, simulated errors and large fragments. */
public final class StsSequenceWorld {

    private static final Duration LATE = Duration.ofSeconds(20);
    private static final int BASE64_CHARACTERS = 4;
    private static final int BASE64_BYTES = 3;

    private final StsBenchWorld bench;
    private final List<OutgoingFragment> sent = new ArrayList<>();
    private final List<StsSession> sessions = new ArrayList<>();

    public StsSequenceWorld(StsBenchWorld bench) {
        this.bench = bench;
    }

    /** Sends the numbers 0, 2 and 3, and waits for the results. */
    public void leaveAGap(int timeoutMs) {
        Excerpt sound = bench.pause();
        StsSession own = connect();
        own.open(init -> init.timeout(timeoutMs));
        for (int number : new int[] {0, 2, 3}) {
            sent.add(own.numbered(number, sound));
        }
        sent.forEach(own.client()::sendFragment);
        sent.forEach(one -> own.await(StsSession.RESULT, one));
    }

    /** Sends a fragment, then another with its id, then one with a number that is too far ahead; then a good one. */
    public void repeatAndLeap() {
        Excerpt sound = bench.pause();
        StsSession own = connect();
        own.open();
        OutgoingFragment good = own.send(sound);
        own.await(StsSession.RESULT, good);
        sent.add(new OutgoingFragment(
                good.fragmentId(),
                good.streamId(),
                1,
                good.sampleRateHz(),
                1,
                good.durationMs(),
                good.dataBase64(),
                0));
        sent.add(own.numbered(2 + own.init().maxInflight(), sound));
        for (OutgoingFragment bad : sent) {
            own.client().sendFragment(bad);
            own.await(StsSession.ERROR, bad);
        }
        OutgoingFragment last = own.send(sound);
        sent.add(last);
        own.await(StsSession.RESULT, last);
    }

    /** Has a fragment fail, sends it twice more, and then another. */
    public void sendAFailedOneAgain() {
        Excerpt sound = bench.pause();
        StsSession own = connect();
        own.open();
        simulate(own, new SimulatedError("sequence_number", 0, "PROCESSING_ERROR", "asr", true));
        sent.add(own.send(sound));
        own.await(StsSession.RESULT, sent.get(0));
        own.client().emit("config:error_simulation", SimulatedError.off());
        own.client().sendFragment(sent.get(0));
        own.client()
                .await(
                        StsSession.RESULT,
                        event -> event.body().optString("status").equals("success"),
                        LATE);
        own.client().sendFragment(sent.get(0));
        own.await(StsSession.ERROR, sent.get(0));
        sent.add(own.send(sound));
        own.await(StsSession.RESULT, sent.get(1));
    }

    /** Three fragments on each of two sessions, after the first has asked for an error on number 1. */
    public void failOneOfThree(String code) {
        Excerpt sound = bench.pause();
        StsSession first = connect();
        StsSession second = connect();
        first.open();
        second.open();
        simulate(first, new SimulatedError("sequence_number", 1, code, "tts", false));
        for (StsSession own : sessions) {
            for (int i = 0; i < 3; i++) {
                own.send(sound);
            }
        }
        sessions.forEach(own ->
                own.client().await(StsSession.RESULT, event -> event.body().optInt("sequence_number") == 2, LATE));
    }

    /** Sends a fragment of so many characters of base64, then a larger one, then one as usual. */
    public void sendLarge(int most, int tooMany) {
        Excerpt sound = bench.pause();
        StsSession own = bench.connectForLarge();
        sessions.add(own);
        own.open();
        sent.add(own.send(padded(sound, most)));
        own.await(StsSession.RESULT, sent.get(0));
        sent.add(own.numbered(1, padded(sound, tooMany)));
        own.client().sendFragment(sent.get(1));
        own.await(StsSession.ERROR, sent.get(1));
        sent.add(own.send(sound));
        own.await(StsSession.RESULT, sent.get(2));
    }

    private static Excerpt padded(Excerpt sound, int characters) {
        return new Excerpt(
                PaddedM4a.of(sound.m4a(), characters / BASE64_CHARACTERS * BASE64_BYTES), sound.durationMs());
    }

    private static void simulate(StsSession own, SimulatedError error) {
        own.client().emit("config:error_simulation", error.toJson());
        own.await("config:error_simulation:ack");
    }

    /** Characters of base64 of a fragment. */
    public List<Figure> characters(int fragment) {
        return List.of(
                Figure.of("audio.data_base64", sent.get(fragment).dataBase64().length()));
    }

    /** How many events of a name came for a fragment. */
    public List<Figure> events(String name, int fragment) {
        return List.of(Figure.of(
                name + " of fragment " + (fragment + 1) + " of the client",
                session().events(name, sent.get(fragment)).size()));
    }

    /** How many errors of a code came for a fragment. */
    public List<Figure> errors(String code, int fragment) {
        return List.of(Figure.of(
                "fragment " + (fragment + 1) + " of the client",
                session().events(StsSession.ERROR, sent.get(fragment)).stream()
                        .filter(error -> error.body().optString("code").equals(code))
                        .count()));
    }

    /** How many results of this status came for a fragment. */
    public List<Figure> results(String status, int fragment) {
        return List.of(Figure.of(
                "fragment " + (fragment + 1) + " of the client",
                session().events(StsSession.RESULT, sent.get(fragment)).stream()
                        .filter(result -> result.body().optString("status").equals(status))
                        .count()));
    }

    /** How many errors name the missing number, and it alone. */
    public List<Figure> errorsNaming(int number) {
        Pattern named = Pattern.compile("(?<![0-9])" + number + "(?![0-9])");
        return List.of(Figure.of(
                "INVALID_SEQUENCE naming " + number,
                session().events(StsSession.ERROR).stream()
                        .filter(error -> error.body().optString("code").equals("INVALID_SEQUENCE"))
                        .filter(error ->
                                named.matcher(error.body().optString("message")).find())
                        .count()));
    }

    /** From the first acknowledgement behind the gap to the error, in s. */
    public List<Figure> gapToError() {
        return List.of(Figure.seconds(
                "from the first fragment behind the gap",
                between(session().await(StsSession.ACK, sent.get(1)), session().await(StsSession.ERROR))));
    }

    /** From the error to each held result, in s. */
    public List<Figure> errorToHeldResults() {
        return sent.stream()
                .skip(1)
                .map(one -> Figure.seconds(
                        "result " + one.sequenceNumber(),
                        between(session().await(StsSession.ERROR), session().await(StsSession.RESULT, one))))
                .toList();
    }

    private static Reading<Duration> between(StsEvent from, StsEvent to) {
        return Reading.measured(Duration.between(from.at(), to.at()));
    }

    /** For each result of a session, in order, 1 if its status and code are as wanted, else 0. */
    public List<Figure> outcomes(int client, List<String> wanted) {
        List<StsEvent> results = sessions.get(client).events(StsSession.RESULT);
        List<Figure> figures = new ArrayList<>();
        for (int i = 0; i < wanted.size(); i++) {
            String got = i < results.size() ? outcome(results.get(i)) : "nothing";
            figures.add(Figure.of(
                    "session %d, result %d: %s".formatted(client + 1, i, got), got.equals(wanted.get(i)) ? 1 : 0));
        }
        return figures;
    }

    private static String outcome(StsEvent result) {
        return Optional.ofNullable(result.body().optJSONObject("error"))
                .map(error -> "%s %s at %s, retryable %s"
                        .formatted(
                                result.body().optString("status"),
                                error.optString("code"),
                                error.optString("stage"),
                                error.opt("retryable")))
                .orElse(result.body().optString("status"));
    }

    private StsSession connect() {
        StsSession own = bench.connect();
        sessions.add(own);
        return own;
    }

    private StsSession session() {
        if (sessions.isEmpty()) {
            throw new IllegalStateException("no client is connected");
        }
        return sessions.get(0);
    }
}
