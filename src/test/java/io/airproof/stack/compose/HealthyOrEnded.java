package io.airproof.stack.compose;

import com.github.dockerjava.api.command.InspectContainerResponse;
import io.airproof.driver.wait.Await;
import io.airproof.driver.wait.AwaitException;
import io.airproof.driver.wait.Look;
import java.time.Duration;
import java.util.Optional;
import org.testcontainers.containers.ContainerState;

/** Waits until the health check of the compose file is content; ends at once when the container has ended. */
final class HealthyOrEnded {

    private static final Duration POLL = Duration.ofMillis(200);

    private HealthyOrEnded() {}

    /**
     * Waits for one container.
     *
     * @throws AwaitException if it is not healthy within the limit, or ends before
     */
    static void await(String service, ContainerState container, Duration limit) {
        Await.until(
                service + " to be healthy",
                limit,
                POLL,
                () -> {
                    String health = health(state(container));
                    return new Look(health.equals("healthy"), health);
                },
                () -> ended(state(container)));
    }

    private static InspectContainerResponse.ContainerState state(ContainerState container) {
        return container.getCurrentContainerInfo().getState();
    }

    private static String health(InspectContainerResponse.ContainerState state) {
        return state.getHealth() == null
                ? "no health check"
                : String.valueOf(state.getHealth().getStatus());
    }

    private static Optional<String> ended(InspectContainerResponse.ContainerState state) {
        return Boolean.TRUE.equals(state.getRunning())
                ? Optional.empty()
                : Optional.of("the container has ended with exit code " + state.getExitCodeLong());
    }
}
