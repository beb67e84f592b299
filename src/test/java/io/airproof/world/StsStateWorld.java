package io.airproof.world;

import io.airproof.driver.sts.OutgoingFragment;
import io.airproof.driver.sts.SimulatedError;
import io.airproof.driver.sts.StsEvent;
import io.airproof.driver.wait.Await;
import io.airproof.driver.wait.Look;
import io.airproof.measure.Reading;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.json.JSONObject;

/** The life of a session: what is accepted in which state, and how it ends. */
public final class StsStateWorld {

    private static final Duration LOOK = Duration.ofMillis(50);
    private static final Duration SLACK = Duration.ofSeconds(2);

    /** Unanswered fragments at a time: the eleventh is refused (contract 4.9). */
    private static final int WINDOW = 10;

    private final StsBenchWorld bench;
    private final List<OutgoingFragment> sent = new ArrayList<>();
    private Optional<StsSession> session = Optional.empty();
    private Instant turned = Instant.EPOCH;
    private Instant ended = Instant.EPOCH;
    private List<String> sessionIds = List.of();

    public StsStateWorld(StsBenchWorld bench) {
        this.bench = bench;
    }

    /** Sends a fragment before the init and one after the end, each until it is refused. */
    public void sendWithoutSession() {
        Excerpt sound = bench.pause();
        StsSession own = connect();
        sent.add(own.send(sound));
        own.await(StsSession.ERROR, sent.get(0));
        own.open();
        own.say("stream:end");
        own.await(StsSession.COMPLETE);
        sent.add(own.send(sound));
        own.await(StsSession.ERROR, sent.get(1));
    }

    /** Two fragments, a pause, a third; when the two are answered a resume, and the third again. */
    public void pauseAndResume() {
        Excerpt sound = bench.pause();
        StsSession own = connect();
        own.open();
        sent.add(own.send(sound));
        sent.add(own.send(sound));
        own.await(StsSession.ACK, sent.get(1));
        turned = own.say("stream:pause");
        sent.add(own.send(sound));
        own.await(StsSession.ERROR, sent.get(2));
        own.await(StsSession.RESULT, sent.get(1));
        own.say("stream:resume");
        own.client().sendFragment(sent.get(2));
        own.await(StsSession.RESULT, sent.get(2));
    }

    /** Sends fragments, of which some are made to fail, and ends the stream right after the last. */
    public void endAfter(int fragments, int failures) {
        Excerpt sound = bench.pause();
        StsSession own = connect();
        own.open(init -> init.inflight(WINDOW));
        own.client()
                .emit(
                        "config:error_simulation",
                        new SimulatedError("nth_fragment", fragments / failures, "PROCESSING_ERROR", "asr", true)
                                .toJson());
        own.await("config:error_simulation:ack");
        for (int i = 0; i < fragments; i++) {
            if (i >= WINDOW) {
                own.await(StsSession.RESULT, sent.get(i - WINDOW));
            }
            sent.add(own.send(sound));
        }
        ended = own.say("stream:end");
        own.await(StsSession.COMPLETE);
        own.await(StsEvent.DISCONNECT);
    }

    /** Opens a session, leaves a fragment unanswered, opens another, sends some fragments, and ends it. */
    public void openTwice(int fragments) {
        Excerpt sound = bench.pause();
        StsSession own = connect();
        String first = own.open().body().optString("session_id");
        sent.add(own.send(sound));
        own.await(StsSession.ACK, sent.get(0));
        sessionIds = List.of(first, own.open().body().optString("session_id"));
        for (int i = 0; i < fragments; i++) {
            sent.add(own.send(sound));
        }
        own.say("stream:end");
        own.await(StsSession.COMPLETE);
    }

    /** Asks to be disconnected, and waits for it. */
    public void askForDisconnect(Duration delay) {
        StsSession own = connect();
        own.client().emit("simulate:disconnect", new JSONObject().put("delay_ms", delay.toMillis()));
        own.await("simulate:disconnect:ack");
        own.await(StsEvent.DISCONNECT);
    }

    /** How many errors of this code came for each fragment that has no session, or is not wanted. */
    public List<Figure> refusals(String code, int fragment) {
        StsSession own = session();
        return List.of(Figure.of(
                "fragment " + (fragment + 1) + " of the client",
                own.events(StsSession.ERROR, sent.get(fragment)).stream()
                        .filter(error -> error.body().optString("code").equals(code))
                        .count()));
    }

    /** Acknowledgements on the connection until this long after the last error. */
    public List<Figure> acksWithin(Duration window) {
        StsSession own = session();
        Instant last = own.events(StsSession.ERROR).get(1).at();
        Await.until(
                "the end of the time for an acknowledgement",
                window.plus(SLACK),
                LOOK,
                () -> new Look(Instant.now().isAfter(last.plus(window)), acks() + " acknowledgements"));
        return List.of(Figure.of("the client's connection", acks()));
    }

    private int acks() {
        return session().events(StsSession.ACK).size();
    }

    /** Successful results of the first fragments that came after the pause. */
    public List<Figure> resultsAfterPause() {
        long count = session().events(StsSession.RESULT).stream()
                .filter(result -> result.at().isAfter(turned))
                .filter(result -> result.body().optInt("sequence_number") < 2)
                .count();
        return List.of(Figure.of("fragments 0 and 1", count));
    }

    /** Results of the fragment that was sent again. */
    public List<Figure> resultsAfterResume() {
        return List.of(Figure.of(
                "fragment 2", session().events(StsSession.RESULT, sent.get(2)).size()));
    }

    /** How many results have this status. */
    public List<Figure> results(String status) {
        return List.of(Figure.of(
                "results with status " + status,
                session().events(StsSession.RESULT).stream()
                        .filter(result -> result.body().optString("status").equals(status))
                        .count()));
    }

    /** How many results came after {@code stream:end} and before {@code stream:complete}. */
    public List<Figure> resultsBetweenEndAndComplete() {
        Instant complete = session().await(StsSession.COMPLETE).at();
        return List.of(Figure.of(
                "between stream:end and stream:complete",
                session().events(StsSession.RESULT).stream()
                        .filter(result ->
                                result.at().isAfter(ended) && !result.at().isAfter(complete))
                        .count()));
    }

    /** How many events came after {@code stream:complete}, the end of the connection not counted. */
    public List<Figure> eventsAfterComplete() {
        List<StsEvent> all = session().client().events();
        int complete = all.indexOf(session().await(StsSession.COMPLETE));
        long after = all.subList(complete + 1, all.size()).stream()
                .filter(event -> !Set.of(StsEvent.DISCONNECT, "backpressure").contains(event.name()))
                .count();
        return List.of(Figure.of("after stream:complete", after));
    }

    /** A member of {@code stream:complete}, or of its statistics. */
    public List<Figure> total(String member) {
        JSONObject complete = session().await(StsSession.COMPLETE).body();
        JSONObject place = complete.has(member) ? complete : complete.optJSONObject("statistics", new JSONObject());
        return List.of(
                place.opt(member) instanceof Number number
                        ? Figure.of(member, number.doubleValue())
                        : Figure.none(member, "stream:complete has no such number"));
    }

    /** From {@code stream:complete} to the end of the connection, in s. */
    public List<Figure> completeToClose() {
        return List.of(Figure.seconds("after stream:complete", sinceEvent(StsSession.COMPLETE)));
    }

    /** From the acknowledgement to the end of the connection, in ms. */
    public List<Figure> announcementToClose() {
        return List.of(Figure.milliseconds("after simulate:disconnect:ack", sinceEvent("simulate:disconnect:ack")));
    }

    private Reading<Duration> sinceEvent(String name) {
        return Reading.measured(Duration.between(
                session().await(name).at(), session().await(StsEvent.DISCONNECT).at()));
    }

    /** How many different session ids were given. */
    public List<Figure> sessionIds() {
        return List.of(Figure.of(
                "stream:ready, twice",
                sessionIds.stream().filter(id -> !id.isBlank()).distinct().count()));
    }

    /** Errors on the connection. */
    public List<Figure> refused() {
        return List.of(Figure.of("errors", session().events(StsSession.ERROR).size()));
    }

    /** Results of the session that was given up. */
    public List<Figure> resultsOfTheFirstSession() {
        return List.of(Figure.of(
                "the fragment of the first session",
                session().events(StsSession.RESULT, sent.get(0)).size()));
    }

    private StsSession connect() {
        StsSession own = bench.connect();
        session = Optional.of(own);
        return own;
    }

    private StsSession session() {
        return session.orElseThrow(() -> new IllegalStateException("no client is connected"));
    }
}
