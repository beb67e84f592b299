package io.airproof.driver.mediamtx;

import java.time.Instant;
import java.util.List;
import java.util.Optional;

/**
 * What a watch saw of a path.
 *
 * @param path its name
 * @param observations the first, every one that differs from the one before in more than byte counts, and the last
 * @param failedPolls how often the API did not answer
 * @param lastFailure why it did not, the last time
 */
public record PathHistory(String path, List<Observation> observations, long failedPolls, Optional<String> lastFailure) {

    /**
     * One look.
     *
     * @param at when the answer had come
     * @param state empty if the path did not exist
     */
    public record Observation(Instant at, Optional<PathState> state) {

        boolean ready() {
            return state.filter(PathState::ready).isPresent();
        }

        boolean read() {
            return state.filter(seen -> !seen.readers().isEmpty()).isPresent();
        }
    }

    public PathHistory {
        observations = List.copyOf(observations);
    }

    /** When the path was first seen ready. */
    public Optional<Instant> firstReadyAt() {
        return observations.stream()
                .filter(Observation::ready)
                .map(Observation::at)
                .findFirst();
    }

    /** When a reader was first seen. */
    public Optional<Instant> firstReaderAt() {
        return withReaders().stream().map(Observation::at).findFirst();
    }

    /** When the path was first seen absent or not ready after it had been ready. */
    public Optional<Instant> goneAt() {
        return firstReadyAt().flatMap(since -> observations.stream()
                .filter(seen -> seen.at().isAfter(since) && !seen.ready())
                .map(Observation::at)
                .findFirst());
    }

    /** The observations with readers. */
    public List<Observation> withReaders() {
        return observations.stream().filter(Observation::read).toList();
    }

    /** The newest observation. */
    public Optional<Observation> last() {
        return observations.isEmpty() ? Optional.empty() : Optional.of(observations.get(observations.size() - 1));
    }
}
