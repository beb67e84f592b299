package io.airproof.world;

import io.airproof.driver.sts.StreamInitContract;
import io.airproof.driver.sts.Violation;
import io.airproof.driver.tap.Direction;
import io.airproof.driver.tap.WireEvent;
import io.airproof.media.AacForm;
import io.airproof.run.Broadcast;
import io.airproof.run.Segment;
import java.time.Instant;
import java.util.List;
import java.util.Objects;
import java.util.Optional;

/** The worker's sessions at the STS: how they were opened, numbered and ended. */
public final class SessionWorld {

    private static final String INIT = "stream:init";
    private static final String READY = "stream:ready";
    private static final String WIRE = "wire between worker and STS";

    private final PublisherWorld publisher;

    public SessionWorld(PublisherWorld publisher) {
        this.publisher = publisher;
    }

    /** Handshakes without the right {@code X-Stream-ID} or {@code X-Worker-ID}. */
    public List<Figure> wrongHandshakes() {
        String stream = broadcast().streamId();
        return List.of(Figure.of(
                WIRE,
                broadcast().handshakes().stream()
                        .filter(shake -> !shake.header("X-Stream-ID").equals(Optional.of(stream))
                                || !shake.header("X-Worker-ID").equals(Optional.of("worker-" + stream)))
                        .count()));
    }

    /** What is wrong with the first {@code stream:init} by the contract; the place names it. */
    public List<Figure> initFaults() {
        Optional<AacForm> source = AacForm.of(broadcast().fixture().flvClip());
        List<Violation> faults = wire().inits().stream()
                .findFirst()
                .flatMap(init -> source.map(form ->
                        StreamInitContract.faults(init.body(), broadcast().streamId(), form)))
                .orElseGet(() -> List.of(new Violation(INIT, "was never sent")));
        return List.of(Figure.of(faults.isEmpty() ? INIT : INIT + ": " + faults, faults.size()));
    }

    /** Fragments that were sent before a session was open on their connection. */
    public List<Figure> earlyFragments() {
        return List.of(Figure.of(
                WIRE,
                wire().fragments().stream()
                        .filter(fragment -> wire().ready().stream()
                                .noneMatch(ready -> ready.connection() == fragment.connection()
                                        && ready.deliveredAt().isBefore(fragment.at())))
                        .count()));
    }

    /** How many sessions were asked for. */
    public List<Figure> sessionsAskedFor() {
        return List.of(Figure.of(WIRE, wire().inits().size()));
    }

    /** Fragments whose number is not one more than that of the fragment before, over all sessions. */
    public List<Figure> numbersThatDoNotGoOn() {
        List<WireEvent> all = wire().fragments();
        long wrong = 0;
        for (int i = 0; i < all.size(); i++) {
            wrong += all.get(i).body().optInt("sequence_number", -1) == i ? 0 : 1;
        }
        return List.of(all.isEmpty() ? Figure.none(WIRE, "no fragment was sent") : Figure.of(WIRE, wrong));
    }

    /** Connections that the worker closed before the session was complete. */
    public List<Figure> closedBeforeComplete() {
        return List.of(Figure.of(
                WIRE,
                broadcast().connections().stream()
                        .filter(connection -> connection.openedAt().isPresent())
                        .filter(connection -> connection
                                .end()
                                .filter(end -> completedAt(connection.number())
                                        .map(complete -> end.at().isBefore(complete))
                                        .orElse(true))
                                .isPresent())
                        .count()));
    }

    /** From {@code stream:end} to {@code stream:complete}, in seconds: the fault was active. */
    public List<Figure> completionTime() {
        Optional<Instant> ended =
                wire().first(Direction.WORKER_TO_STS, "stream:end").map(WireEvent::at);
        Optional<Instant> complete =
                wire().first(Direction.STS_TO_WORKER, "stream:complete").map(WireEvent::deliveredAt);
        return List.of(Figure.seconds(WIRE, WireView.between("stream:end", ended, "stream:complete", complete)));
    }

    /** Dubs whose base64 differs from that of their fragment. */
    public List<Figure> dubsThatWereChanged() {
        return publisher.broadcast().segments().stream()
                .map(segment -> Figure.of(segment.where(), isUntouched(segment) ? 0 : 1))
                .toList();
    }

    private static boolean isUntouched(Segment segment) {
        return segment.result()
                .map(result -> Objects.equals(
                        result.body().optQuery("/dubbed_audio/data_base64"),
                        segment.fragment().body().optQuery("/audio/data_base64")))
                .orElse(false);
    }

    /** From an incident to the first fragment of a new session, in seconds. */
    public List<Figure> newSessionAfter(String incident) {
        return List.of(Figure.seconds(
                "after \"" + incident + "\"",
                wire().happened(incident)
                        .flatMap(at -> WireView.between(
                                incident,
                                Optional.of(at),
                                "fragment 0",
                                wire().fragments().stream()
                                        .filter(fragment -> fragment.at().isAfter(at))
                                        .filter(fragment -> fragment.body().optInt("sequence_number", -1) == 0)
                                        .map(WireEvent::at)
                                        .findFirst()))));
    }

    /** From the first {@code stream:ready} to the first result, less the processing of that fragment, in seconds. */
    public List<Figure> firstDubAfterReady() {
        Optional<Instant> open =
                wire().ready().stream().map(WireEvent::deliveredAt).findFirst();
        Optional<Instant> sent = wire().fragments().stream().map(WireEvent::at).findFirst();
        return List.of(Figure.seconds(WIRE, WireView.between(READY, open, "the first fragment", sent)));
    }

    /** From the first {@code error} to the next {@code stream:init} on the same connection, in seconds. */
    public List<Figure> secondSessionAfterRefusal() {
        Optional<WireEvent> refusal = wire().first(Direction.STS_TO_WORKER, "error");
        Optional<Instant> init = refusal.flatMap(event -> wire().inits().stream()
                .filter(one ->
                        one.connection() == event.connection() && one.at().isAfter(event.deliveredAt()))
                .map(WireEvent::at)
                .findFirst());
        return List.of(Figure.seconds(
                "same connection",
                WireView.between("the refusal", refusal.map(WireEvent::deliveredAt), "a new " + INIT, init)));
    }

    /** Number of the first fragment after the second {@code stream:ready}. */
    public List<Figure> firstNumberOfTheSecondSession() {
        List<WireEvent> sessions = wire().ready();
        if (sessions.size() < 2) {
            return List.of(Figure.none(WIRE, "there was no second session"));
        }
        Instant open = sessions.get(1).deliveredAt();
        return List.of(wire().fragments().stream()
                .filter(fragment -> fragment.at().isAfter(open))
                .findFirst()
                .map(fragment -> Figure.of(WIRE, fragment.body().optInt("sequence_number", -1)))
                .orElseGet(() -> Figure.none(WIRE, "nothing was sent in the second session")));
    }

    private Optional<Instant> completedAt(long connection) {
        return wire().events(Direction.STS_TO_WORKER, "stream:complete").stream()
                .filter(event -> event.connection() == connection)
                .map(WireEvent::deliveredAt)
                .findFirst();
    }

    private WireView wire() {
        return WireView.of(publisher);
    }

    private Broadcast broadcast() {
        return publisher.broadcast().broadcast();
    }
}
