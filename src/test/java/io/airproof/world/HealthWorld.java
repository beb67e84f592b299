package io.airproof.world;

import io.airproof.driver.http.StreamHealth;
import io.airproof.measure.Reading;
import io.airproof.run.Broadcast;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** What the media-service's health tells of a stream, over its life. */
public final class HealthWorld {

    private final PublisherWorld publisher;

    public HealthWorld(PublisherWorld publisher) {
        this.publisher = publisher;
    }

    /**
     * 0 if health tells of these states, one after the other, and of no others; else 1, and the place names them. What comes
     * before the session is open may be too short to be seen; that the entry is gone at the end may be seen or not.
     */
    public List<Figure> unlike(List<String> states) {
        List<String> seen =
                states().stream().dropWhile(state -> state.equals("starting")).toList();
        boolean over = !seen.isEmpty() && seen.get(seen.size() - 1).equals("gone");
        List<String> told = over ? seen.subList(0, seen.size() - 1) : seen;
        return List.of(Figure.of("health tells: " + told, told.equals(states) ? 0 : 1));
    }

    /** Answers that tell of a state. */
    public List<Figure> answersTelling(String state) {
        return List.of(Figure.of(
                "/health",
                publisher.broadcast().broadcast().health().stream()
                        .filter(one -> one.state().equals(state))
                        .count()));
    }

    /** From an incident to the first answer that tells of a state, in seconds. */
    public List<Figure> toldAfter(String state, String incident) {
        return toldAfter(state, WireView.of(publisher).happened(incident));
    }

    /** From a moment to the first answer after it that tells of a state, in seconds. */
    public List<Figure> toldAfter(String state, Reading<Instant> moment) {
        return List.of(Figure.seconds(state, moment.flatMap(from -> broadcast().health().stream()
                .filter(seen -> seen.at().isAfter(from) && seen.state().equals(state))
                .map(StreamHealth::at)
                .findFirst()
                .<Reading<Duration>>map(at -> Reading.measured(Duration.between(from, at)))
                .orElseGet(() -> Reading.unmeasurable("health never tells of it; it tells: " + states())))));
    }

    /** The states in their order, from the first entry on, repetitions left out. */
    private List<String> states() {
        List<String> states = new ArrayList<>();
        for (StreamHealth seen : broadcast().health()) {
            Optional<String> last = states.isEmpty() ? Optional.empty() : Optional.of(states.get(states.size() - 1));
            boolean begun = !states.isEmpty() || seen.entry().isPresent();
            if (begun && !last.equals(Optional.of(seen.state()))) {
                states.add(seen.state());
            }
        }
        return List.copyOf(states);
    }

    private Broadcast broadcast() {
        return publisher.broadcast().broadcast();
    }
}
