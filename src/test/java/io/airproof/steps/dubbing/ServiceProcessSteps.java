package io.airproof.steps.dubbing;

import static io.airproof.steps.dubbing.Limits.atLeast;
import static io.airproof.steps.dubbing.Limits.atMost;
import static io.airproof.steps.dubbing.Limits.exactly;

import io.airproof.evidence.Suspect;
import io.airproof.fixture.Clip;
import io.airproof.world.LeftoverWorld;
import io.airproof.world.LimitWorld;
import io.airproof.world.Proof;
import io.airproof.world.ServiceStartWorld;
import io.cucumber.datatable.DataTable;
import io.cucumber.java.en.Then;
import io.cucumber.java.en.When;
import java.time.Duration;

/** The media-service as a process: how it starts, how much it carries, what it leaves behind, how it ends. */
public final class ServiceProcessSteps {

    private final ServiceStartWorld service;
    private final LimitWorld limit;
    private final LeftoverWorld leftovers;
    private final Proof proof;

    public ServiceProcessSteps(ServiceStartWorld service, LimitWorld limit, LeftoverWorld leftovers, Proof proof) {
        this.service = service;
        this.limit = limit;
        this.leftovers = leftovers;
        this.proof = proof.suspecting(Suspect.MEDIA_SERVICE);
    }

    @When("the operator starts a media-service with each of these settings")
    public void startsWith(DataTable settings) {
        service.startWith(settings.asMap());
    }

    @Then("each start ends within {int} s with an exit code other than 0, and the log names variable and value")
    public void isRefused(int seconds) {
        proof.observed("starts refused", exactly(1, "starts"), service.refused());
        proof.observed("time to end", atMost(seconds, "s"), service.timesToEnd());
        proof.observed("errors that name it", atLeast(1, "lines"), service.named());
    }

    @When("{int} broadcasters publish the {clip}, and after {int} s the operator ends the media-service")
    public void endsTheService(int streams, Clip clip, int seconds) {
        service.endWhileOnAir(streams, clip, Duration.ofSeconds(seconds));
    }

    @Then("each stream ends its session, and the media-service exits with code {int} within {int} s")
    public void exits(int code, int seconds) {
        proof.observed("sessions ended", exactly(1, "sessions"), service.sessionsEnded());
        proof.observed("exit code", exactly(code, "code"), service.exitCode());
        proof.observed("signal to exit", atMost(seconds, "s"), service.timeToExit());
    }

    @When(
            "at a media-service that carries {int} streams the {clip} is published {int} times, and then announced once more")
    public void onceMore(int most, Clip clip, int streams) {
        limit.publishOneMoreThan(Math.min(most, streams), clip);
    }

    @Then("the one too many gets status {int}, as promised, and no worker")
    public void isOneTooMany(int status) {
        proof.observed("HTTP status", exactly(status, "status"), limit.status());
        proof.observed("promised answers", exactly(1, "answers"), limit.promisedAnswer());
        proof.claimed("streams in health", exactly(2, "streams"), limit.streamsInHealth());
    }

    @Then("the viewers of the others get all {int} pictures, and never wait more than {int} ms for one")
    public void theOthersGoOn(int pictures, int millis) {
        proof.measured("pictures", exactly(pictures, "pictures"), limit.pictures());
        proof.measured("longest wait for a picture", atMost(millis, "ms"), limit.longestGaps());
    }

    @When("the {clip} is published to a media-service that has nothing else to do, and {int} s more pass")
    public void isPublishedAlone(Clip clip, int seconds) {
        leftovers.publish(clip, Duration.ofSeconds(seconds));
    }

    @Then("no further child process, socket, segment file or gauge is left")
    public void nothingIsLeft() {
        proof.observed("held before", exactly(0, ""), leftovers.before());
        proof.observed("held during", atLeast(1, ""), leftovers.during());
        proof.observed("left after", exactly(0, ""), leftovers.after());
    }
}
