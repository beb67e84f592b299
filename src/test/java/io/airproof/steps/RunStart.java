package io.airproof.steps;

import io.airproof.report.Selection;
import io.airproof.world.CurrentRun;
import io.cucumber.messages.types.Envelope;
import io.cucumber.messages.types.Pickle;
import io.cucumber.messages.types.PickleTag;
import io.cucumber.plugin.ConcurrentEventListener;
import io.cucumber.plugin.event.EventPublisher;

/** The start of a run: as soon as a scenario is known that will ask for it, while Cucumber still reads the steps. */
public final class RunStart implements ConcurrentEventListener {

    @Override
    public void setEventPublisher(EventPublisher publisher) {
        publisher.registerHandlerFor(
                Envelope.class,
                message -> message.getPickle().filter(RunStart::isSelected).ifPresent(scenario -> CurrentRun.begin()));
    }

    private static boolean isSelected(Pickle scenario) {
        return Selection.has(scenario.getTags().stream().map(PickleTag::getName).toList());
    }
}
