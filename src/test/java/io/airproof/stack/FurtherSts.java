package io.airproof.stack;

import io.airproof.process.ChildProcess;
import io.airproof.process.FreePorts;
import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/**
 * STS processes beside the two of the stack, for scenarios that need other settings. Who asks for equal settings gets the
 * same one. They are started one after the other: live programmes need the machine, too.
 */
final class FurtherSts {

    /** An STS is healthy within 60 s (contract, section 2.1). */
    private static final Duration READY = Duration.ofSeconds(60);

    /** What makes two of them the same. */
    private record Wish(StsKind kind, Map<String, String> settings) {
        Wish {
            settings = Map.copyOf(settings);
        }
    }

    private final LocalPlan plan;
    private final Duration grace;
    private final Map<Wish, URI> running = new HashMap<>();
    private final List<ChildProcess> processes = new ArrayList<>();

    /**
     * None yet.
     *
     * @param grace between SIGTERM and SIGKILL
     */
    FurtherSts(LocalPlan plan, Duration grace) {
        this.plan = plan;
        this.grace = grace;
    }

    /**
     * The address of an STS with these settings, started now unless it runs; it answers, but may still load its models.
     *
     * @param settings variables of its environment (contract 2.5) that are not as in the stack
     * @throws StackStartException when it does not answer, or ends
     */
    synchronized URI with(StsKind kind, Map<String, String> settings) {
        Wish wish = new Wish(kind, settings);
        if (!running.containsKey(wish)) {
            running.put(wish, FreshPorts.start(() -> start(wish)));
        }
        return running.get(wish);
    }

    private URI start(Wish wish) {
        String name = "sts-" + wish.kind().name().toLowerCase(Locale.ROOT) + "-" + (processes.size() + 1);
        URI address = URI.create("http://127.0.0.1:" + FreePorts.one());
        Service service = plan.furtherSts(name, wish.kind(), address, wish.settings());
        Path log = plan.runDir().resolve("logs").resolve(name + ".log");
        try (HealthWatch health = new HealthWatch()) {
            Files.deleteIfExists(log);
            ChildProcess process = ChildProcess.start(service.spec(), log, grace);
            processes.add(process);
            health.watch(process, service.health(), READY);
            health.awaitAnswers();
            return address;
        } catch (IOException e) {
            throw new StackStartException("The log " + log + " cannot be written: " + e, false);
        }
    }

    /** Every process that was started, also one that has ended. */
    synchronized List<ChildProcess> processes() {
        return List.copyOf(processes);
    }
}
