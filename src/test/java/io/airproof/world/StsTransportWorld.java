package io.airproof.world;

import io.airproof.driver.metrics.MetricsClient;
import io.airproof.driver.sts.PollingHandshake;
import io.airproof.driver.sts.StsConnectException;
import io.airproof.driver.sts.StsEvent;
import io.airproof.driver.wait.Await;
import io.airproof.driver.wait.Look;
import io.airproof.driver.wait.WaitTimeline;
import io.airproof.measure.Reading;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.json.JSONObject;

/** Connections: how many, how large, how silent, and by which transport. */
public final class StsTransportWorld {

    private static final Duration LOOK = Duration.ofMillis(20);
    private static final Duration PATIENCE = Duration.ofSeconds(10);
    private static final Duration LONGEST_SILENCE = Duration.ofSeconds(60);

    private final StsBenchWorld bench;
    private final List<StsSession> sessions = new ArrayList<>();
    private Optional<String> refusal = Optional.empty();
    private int pollingStatus;
    private Reading<Duration> untilClosed = Reading.unmeasurable("no client was silent");
    private Reading<Duration> untilFreed = Reading.unmeasurable("no client was silent");
    private double sessionsWhileSilent;
    private Instant oversizedAt = Instant.EPOCH;

    public StsTransportWorld(StsBenchWorld bench) {
        this.bench = bench;
    }

    /** Opens a session and answers no ping, until the connection and the session are gone. */
    public void keepSilent() {
        MetricsClient metrics = new MetricsClient(bench.sts());
        StsSession silent = bench.connectSilently();
        Instant lastWord = silent.open().at();
        sessionsWhileSilent = sessionsActive(metrics);
        StsEvent end = silent.client().await(StsEvent.DISCONNECT, event -> true, LONGEST_SILENCE);
        untilClosed = Reading.measured(Duration.between(lastWord, end.at()));
        WaitTimeline freed = Await.until("the session of the silent client is freed", PATIENCE, LOOK, () -> {
            double active = sessionsActive(metrics);
            return new Look(active == 0, active + " sessions");
        });
        untilFreed = Reading.measured(freed.took());
    }

    private static double sessionsActive(MetricsClient metrics) {
        return metrics.scrape()
                .exposition()
                .value("sts_sessions_active", Map.of())
                .orElseThrow(() -> new IllegalStateException("the STS has no metric sts_sessions_active"));
    }

    /** Sessions while the client was silent. */
    public List<Figure> sessionsWhileSilent() {
        return List.of(Figure.of("sts_sessions_active during the silence", sessionsWhileSilent));
    }

    /** From the answer to the client's last word to the end of its connection, in s. */
    public List<Figure> untilClosed() {
        return List.of(Figure.seconds("a client without pongs", untilClosed));
    }

    /** From the end of the connection to the metric showing no session, in s. */
    public List<Figure> untilFreed() {
        return List.of(Figure.seconds("sts_sessions_active", untilFreed));
    }

    /** Tries the handshake over HTTP. */
    public void poll() {
        pollingStatus = PollingHandshake.status(bench.sts());
    }

    /** The HTTP status of its answer. */
    public List<Figure> pollingStatus() {
        return List.of(Figure.of("GET /socket.io/?EIO=4&transport=polling", pollingStatus));
    }

    /** So many sessions, one connection more, and then fragments on each session. */
    public void oneTooMany(int limit, int fragments) {
        Excerpt sound = bench.pause();
        for (int i = 0; i < limit; i++) {
            sessions.add(bench.connect());
        }
        sessions.forEach(StsSession::open);
        try {
            bench.connect();
        } catch (StsConnectException e) {
            refusal = Optional.of(String.valueOf(e.getMessage()));
        }
        for (StsSession session : sessions) {
            for (int i = 0; i < fragments; i++) {
                session.send(sound);
            }
        }
        sessions.forEach(session -> lastResult(session, fragments - 1));
    }

    /** 1 if the connection was refused with a reason that says this, else 0. */
    public List<Figure> refusedWith(String reason, String code) {
        String said = refusal.orElse("it was let in");
        return List.of(Figure.of(said, said.contains(reason) && said.contains(code) ? 1 : 0));
    }

    /** Successful results of each session. */
    public List<Figure> resultsOfEach() {
        List<Figure> figures = new ArrayList<>();
        for (int i = 0; i < sessions.size(); i++) {
            figures.add(Figure.of(
                    "session " + (i + 1),
                    sessions.get(i).events(StsSession.RESULT).stream()
                            .filter(result -> result.body().optString("status").equals("success"))
                            .count()));
        }
        return figures;
    }

    /** Two sessions; the first sends a message of this size, and when it is closed the second a fragment. */
    public void sendAMessageOf(int bytes) {
        Excerpt sound = bench.pause();
        StsSession loud = bench.connect();
        StsSession other = bench.connect();
        sessions.addAll(List.of(loud, other));
        sessions.forEach(StsSession::open);
        oversizedAt = loud.client().emit("fragment:data", new JSONObject().put("padding", "x".repeat(bytes)));
        loud.await(StsEvent.DISCONNECT);
        other.send(sound);
        lastResult(other, 0);
    }

    /** From the message to the end of its connection, in s. */
    public List<Figure> messageToClose() {
        return List.of(Figure.seconds(
                "the first client",
                Reading.measured(Duration.between(
                        oversizedAt, sessions.get(0).await(StsEvent.DISCONNECT).at()))));
    }

    /** Results of the second session, and how often it was disconnected. */
    public List<Figure> resultsOfTheSecond() {
        return List.of(resultsOfEach().get(1));
    }

    /** How often the second session was disconnected. */
    public List<Figure> disconnectsOfTheSecond() {
        return List.of(Figure.of(
                "the second client", sessions.get(1).events(StsEvent.DISCONNECT).size()));
    }

    private static void lastResult(StsSession session, int number) {
        session.client()
                .await(StsSession.RESULT, result -> result.body().optInt("sequence_number", -1) == number, PATIENCE);
    }
}
