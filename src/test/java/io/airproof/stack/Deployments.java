package io.airproof.stack;

import java.net.URI;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** What is to be seen of a stack that consists of compose projects, and what can be tried on further ones. */
public interface Deployments {

    /**
     * A compose file, and what the engine's own check says of it.
     *
     * @param name the project
     * @param complaint empty if it is valid
     */
    record FileCheck(String name, Optional<String> complaint) {}

    /**
     * A container of the stack.
     *
     * @param name the service, with the profile where there are two
     * @param health its state now, as the engine has it
     * @param healthyAfter from the start of the first project to all of its own being healthy
     * @param started which project was started before which, from 0
     */
    record Health(String name, String health, Duration healthyAfter, int started) {}

    /**
     * One project that was started alone and stopped again.
     *
     * @param project its name
     * @param openAfter for each of its ports, how long after the start it was open; empty if it never was
     * @param left what was left of it after the stop: containers, networks, volumes, open ports
     * @param stopTook from the stop to the last look
     */
    record Trial(String project, Map<String, Optional<Duration>> openAfter, List<String> left, Duration stopTook) {}

    /** Has the engine check both files. */
    List<FileCheck> checkFiles();

    /** The containers of the stack, in the order of their start. */
    List<Health> health();

    /** Starts each project while the other of its deployment does not run, and stops it; done once, for all who ask. */
    List<Trial> trials();

    /**
     * A second deployment beside this one, on ports of its own choice; started for the first who asks.
     *
     * @throws StackStartException if it does not start, because somebody has one of its ports, say
     */
    Stack second();

    /** Ports that the second deployment is asked to use, by what is there. */
    Map<String, Integer> movedPorts();

    /** Default ports that were free before the second deployment was started and are open now, though nobody asked for them. */
    List<Integer> openDefaults();

    /** Whether a name resolves in the container of the media-service. */
    boolean resolves(String name);

    /** Networks that containers of both projects are in. */
    List<String> sharedNetworks();

    /** Whether anybody listens there. */
    boolean isOpen(URI address);
}
