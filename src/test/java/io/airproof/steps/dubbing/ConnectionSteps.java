package io.airproof.steps.dubbing;

import static io.airproof.steps.dubbing.Limits.atLeast;
import static io.airproof.steps.dubbing.Limits.atMost;
import static io.airproof.steps.dubbing.Limits.exactly;
import static io.airproof.steps.dubbing.Limits.within;

import io.airproof.evidence.Suspect;
import io.airproof.world.ConnectionWorld;
import io.airproof.world.HealthWorld;
import io.airproof.world.Proof;
import io.airproof.world.SessionWorld;
import io.cucumber.java.en.Then;
import java.time.Duration;
import java.util.List;
import java.util.Map;

/** Connections and sessions at the STS, and what health tells of them. */
public final class ConnectionSteps {

    private static final String RESET = "link reset";
    private static final String AWAY = "STS goes away";
    private static final double PERCENT = 100;

    private final ConnectionWorld connection;
    private final SessionWorld session;
    private final HealthWorld health;
    private final Proof proof;

    public ConnectionSteps(ConnectionWorld connection, SessionWorld session, HealthWorld health, Proof proof) {
        this.connection = connection;
        this.session = session;
        this.health = health;
        this.proof = proof.suspecting(Suspect.MEDIA_SERVICE);
    }

    @Then("the media-service presents its stream and worker, and fills in every field of the session truthfully")
    public void isTruthful() {
        proof.observed("handshakes", atLeast(1, "handshakes"), connection.handshakes());
        proof.observed("handshakes with wrong names", exactly(0, "handshakes"), session.wrongHandshakes());
        proof.observed("faults in stream:init", exactly(0, "faults"), session.initFaults());
    }

    @Then("no fragment is sent before the session is open")
    public void nothingIsSentEarly() {
        proof.observed("early fragments", exactly(0, "fragments"), session.earlyFragments());
    }

    @Then("the media-service ends the session, and disconnects only when it is complete")
    public void waitsForTheEnd() {
        proof.observed("from end to complete", within(6.5, 3.5, "s"), session.completionTime());
        proof.observed("closed before complete", exactly(0, "connections"), session.closedBeforeComplete());
    }

    @Then("every dub is the very audio that was sent")
    public void isUntouched() {
        proof.observed("dubs that were changed", exactly(0, "dubs"), session.dubsThatWereChanged());
    }

    @Then("within {int} s of the reset {int} more segments have fallen back, and the loss is logged")
    public void fallsBackAtOnce(int seconds, int segments) {
        Duration within = Duration.ofSeconds(seconds);
        proof.claimed("fallbacks", exactly(segments, "segments"), connection.fallbacksAfter(RESET, within));
        proof.observed("losses logged", atLeast(1, "lines"), connection.lossesLogged(RESET, within));
    }

    @Then("a new session is open and its fragment 0 sent at most {int} s after the reset")
    public void aNewSessionIsOpen(int seconds) {
        proof.observed("reset to fragment 0", atMost(seconds, "s"), session.newSessionAfter(RESET));
        proof.observed("sessions", exactly(2, "sessions"), session.sessionsAskedFor());
    }

    @Then("one reconnection is counted, and the breaker is closed")
    public void oneReconnectionIsCounted() {
        proof.claimed(
                "reconnections",
                exactly(1, "reconnections"),
                connection.metric("sts_reconnects_total", Map.of("outcome", "success")));
        proof.claimed("breaker", exactly(0, "(closed)"), connection.metric("circuit_breaker_state", Map.of()));
    }

    @Then("health tells of the stream, one after the other, as")
    public void healthTells(List<String> states) {
        proof.claimed("states in health", exactly(0, "differences"), health.unlike(states));
    }

    @Then("{string} at most {int} s after {string}")
    public void isToldWithin(String state, int seconds, String incident) {
        proof.claimed("told after " + incident, atMost(seconds, "s"), health.toldAfter(state, incident));
    }

    @Then("it is tried {int} times, each time after twice the wait before, within {int} %, from {int} ms on")
    public void isTried(int times, int percent, int first) {
        proof.observed("tries", exactly(times, "tries"), connection.triesAfter(AWAY));
        proof.observed(
                "wait against what is promised",
                within(1, percent / PERCENT, "times"),
                connection.waitsAfter(AWAY, Duration.ofMillis(first)));
    }

    @Then("the first connection is given up {int} s within {int} s after its session was asked for")
    public void isGivenUp(int seconds, int tolerance) {
        proof.observed(
                "asked for to given up", within(seconds, tolerance, "s"), connection.firstConnectionGivenUpAfter());
    }

    @Then("health tells of {string} at most {int} s after the fifth try, and there is no sixth")
    public void isDeclaredFailed(String state, int seconds) {
        proof.claimed("told after the last try", atMost(seconds, "s"), health.toldAfter(state, connection.lastTry()));
        proof.observed("tries", exactly(5, "tries"), connection.triesAfter(AWAY));
    }

    @Then("the first dub is there at most {int} s and its processing after the session was open")
    public void theFirstDubIsThere(int seconds) {
        proof.observed("session to first fragment", atMost(seconds, "s"), session.firstDubAfterReady());
        proof.observed("handshakes until then", atLeast(2, "handshakes"), connection.handshakes());
    }

    @Then(
            "a second session is asked for on the same connection at most {int} s after the refusal, and begins with number {int}")
    public void aSecondSession(int seconds, int number) {
        proof.observed("refusal to stream:init", atMost(seconds, "s"), session.secondSessionAfterRefusal());
        proof.observed("first number", exactly(number, "(number)"), session.firstNumberOfTheSecondSession());
    }

    @Then("one session is asked for, and its numbers go on")
    public void oneSession() {
        proof.observed("sessions", exactly(1, "sessions"), session.sessionsAskedFor());
        proof.observed("numbers that do not go on", exactly(0, "fragments"), session.numbersThatDoNotGoOn());
    }

    @Then("nobody has connected to the STS")
    public void nobodyHasConnected() {
        proof.observed("handshakes", exactly(0, "handshakes"), connection.handshakes());
    }

    @Then("the session is held over TLS")
    public void isHeldOverTls() {
        proof.observed("connections by TLS", atLeast(1, "connections"), connection.enteredByTls());
        proof.observed("handshakes behind the door", atLeast(1, "handshakes"), connection.handshakes());
    }

    @Then("the media-service turns back at the certificate, and nothing is sent")
    public void turnsBack() {
        proof.observed("turned back", atLeast(1, "connections"), connection.turnedBackAtTheCertificate());
        proof.observed("connections by TLS", exactly(0, "connections"), connection.enteredByTls());
        proof.observed("handshakes behind the door", exactly(0, "handshakes"), connection.handshakes());
    }

    @Then("health tells of {string} before the programme has ended")
    public void isTold(String state) {
        proof.claimed("answers that tell of it", atLeast(1, "answers"), health.answersTelling(state));
    }
}
