package io.airproof.trust;

import io.cucumber.plugin.ConcurrentEventListener;
import io.cucumber.plugin.event.EventPublisher;
import io.cucumber.plugin.event.Status;
import io.cucumber.plugin.event.TestCaseFinished;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CopyOnWriteArrayList;

/** Collects how the scenarios of one run of Cucumber ended. */
public final class Verdicts implements ConcurrentEventListener {

    private final List<Verdict> all = new CopyOnWriteArrayList<>();

    /**
     * How a scenario ended.
     *
     * @param name of the scenario
     * @param requirements its ids
     * @param red it failed, or could not measure
     * @param notRun it did not concern the fault
     * @param why the first line of its failure; empty if it has none
     */
    record Verdict(String name, List<String> requirements, boolean red, boolean notRun, String why) {}

    @Override
    public void setEventPublisher(EventPublisher publisher) {
        publisher.registerHandlerFor(TestCaseFinished.class, this::finished);
    }

    private void finished(TestCaseFinished event) {
        Status status = event.getResult().getStatus();
        List<String> ids = event.getTestCase().getTags().stream()
                .filter(tag -> tag.startsWith("@DUB-"))
                .map(tag -> tag.substring(1))
                .toList();
        String why = Optional.ofNullable(event.getResult().getError())
                .flatMap(error -> Optional.ofNullable(error.getMessage()))
                .map(message -> message.lines().findFirst().orElse(""))
                .orElse("");
        all.add(new Verdict(
                event.getTestCase().getName(),
                ids,
                status != Status.PASSED && status != Status.SKIPPED,
                status == Status.SKIPPED,
                why));
    }

    /** The scenarios that concerned the fault. */
    List<Verdict> concerned() {
        return all.stream().filter(verdict -> !verdict.notRun()).toList();
    }

    /** Those that turned red. */
    List<Verdict> red() {
        return all.stream().filter(Verdict::red).toList();
    }
}
