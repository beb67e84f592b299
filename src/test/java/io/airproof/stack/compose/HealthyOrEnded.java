package io.airproof.stack.compose;

import com.github.dockerjava.api.command.InspectContainerResponse;
import io.airproof.driver.wait.Await;
import io.airproof.driver.wait.Look;
import java.time.Duration;
import java.util.Optional;
import org.testcontainers.containers.wait.strategy.AbstractWaitStrategy;

/** Waits until the health check of the compose file is content; ends at once when the container has ended. */
final class HealthyOrEnded extends AbstractWaitStrategy {

    private static final Duration POLL = Duration.ofMillis(200);

    private final String service;

    /**
     * For one service.
     *
     * @param limit longest wait
     */
    HealthyOrEnded(String service, Duration limit) {
        this.service = service;
        withStartupTimeout(limit);
    }

    @Override
    protected void waitUntilReady() {
        Await.until(
                service + " to be healthy",
                startupTimeout,
                POLL,
                () -> {
                    String health = health(state());
                    return new Look(health.equals("healthy"), health);
                },
                () -> ended(state()));
    }

    private InspectContainerResponse.ContainerState state() {
        return waitStrategyTarget.getCurrentContainerInfo().getState();
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
