package io.airproof.stack;

import io.airproof.process.ChildProcess;
import io.airproof.process.OwnThread;
import io.airproof.stack.provision.Progress;
import io.airproof.stack.provision.Toolbox;
import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.OptionalInt;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;

/** The stack as child processes on free loopback ports: MediaMTX, the media-service, an STS of each kind. */
public final class LocalStack implements Stack {

    /** Both deployments are healthy within 60 s (contract, section 2.1). */
    private static final Duration READY = Duration.ofSeconds(60);

    /** Between SIGTERM and SIGKILL: leaves half of the 10 s in which everything must be gone. */
    private static final Duration GRACE = Duration.ofSeconds(5);

    private final LocalPlan plan;
    private final List<ChildProcess> processes;
    private final HealthWatch health;
    private final FurtherSts furtherSts;

    private LocalStack(LocalPlan plan, List<ChildProcess> processes, HealthWatch health) {
        this.plan = plan;
        this.processes = new CopyOnWriteArrayList<>(processes);
        this.health = health;
        this.furtherSts = new FurtherSts(plan, GRACE);
    }

    /**
     * Starts all services at the same time and waits until each answers. Some may still load what they work with: see
     * {@link #awaitHealth()}.
     *
     * @param tools what to run
     * @param runDir a folder of this run alone; logs go to its "logs" folder
     * @param stsForWorkers what the media-service takes for its STS: the address of the tap
     * @throws StackStartException when a service does not answer; nothing runs then
     */
    public static LocalStack start(Toolbox tools, Path runDir, URI stsForWorkers, Progress progress) {
        return FreshPorts.start(
                () -> start(tools, runDir, stsForWorkers),
                () -> progress.say("a port was taken by somebody else while the stack started: trying other ports"));
    }

    private static LocalStack start(Toolbox tools, Path runDir, URI stsForWorkers) {
        try {
            ReferenceProgram program = ReferenceProgram.pack(tools.cache());
            LocalPlan plan = LocalPlan.withFreePorts(
                    tools, program, Files.createDirectories(runDir).toAbsolutePath(), stsForWorkers);
            return start(plan, plan.services());
        } catch (IOException e) {
            throw new StackStartException(
                    "The stack cannot be prepared in " + runDir + " and " + tools.cache() + ": " + e
                            + ". Make room and allow writing there.",
                    false);
        }
    }

    /** Starts these services only. */
    static LocalStack start(LocalPlan plan, List<Service> services) {
        List<ChildProcess> processes = new ArrayList<>();
        HealthWatch health = new HealthWatch();
        LocalStack stack = null;
        try {
            for (Service service : services) {
                Path log = plan.runDir().resolve("logs").resolve(service.spec().name() + ".log");
                Files.deleteIfExists(log);
                processes.add(ChildProcess.start(service.spec(), log, GRACE));
            }
            for (int i = 0; i < services.size(); i++) {
                health.watch(processes.get(i), services.get(i).health(), READY);
            }
            health.awaitAnswers();
            stack = new LocalStack(plan, processes, health);
            return stack;
        } catch (IOException e) {
            throw new StackStartException("The logs in " + plan.runDir() + " cannot be written: " + e, false);
        } finally {
            if (stack == null) {
                health.close();
                OwnThread.forAll(processes, ChildProcess::close);
            }
        }
    }

    @Override
    public void awaitHealth() {
        health.awaitHealth();
    }

    @Override
    public String name() {
        return "local";
    }

    @Override
    public URI rtmp() {
        return plan.rtmp();
    }

    @Override
    public URI rtsp() {
        return plan.rtsp();
    }

    @Override
    public URI mediaMtxApi() {
        return plan.mediaMtxApi();
    }

    @Override
    public URI mediaService() {
        return plan.mediaService();
    }

    @Override
    public URI sts(StsKind kind) {
        return switch (kind) {
            case DUBBING -> plan.dubbingSts();
            case ECHO -> plan.echoSts();
        };
    }

    @Override
    public URI sts(StsKind kind, Map<String, String> settings) {
        return furtherSts.with(kind, settings);
    }

    @Override
    public Path runDir() {
        return plan.runDir();
    }

    @Override
    public List<ServiceLog> logs() {
        return Stream.concat(processes.stream(), furtherSts.processes().stream())
                .map(process -> new ServiceLog(process.name(), process.logFile()))
                .toList();
    }

    @Override
    public Path segments() {
        return plan.segments();
    }

    @Override
    public List<String> segmentFiles() throws IOException {
        try (Stream<Path> all = Files.walk(segments())) {
            return all.filter(Files::isRegularFile)
                    .map(file -> segments().relativize(file).toString())
                    .toList();
        }
    }

    @Override
    public URI mediaMtxMetrics() {
        return plan.mediaMtxMetrics();
    }

    @Override
    public ServiceProcess mediaServiceProcess() {
        return processes.stream()
                .filter(process -> process.name().equals(LocalPlan.MEDIA_SERVICE))
                .findFirst()
                .<ServiceProcess>map(
                        process -> new LocalProcess(process, plan.mediaService().getPort()))
                .orElseThrow(() -> new IllegalStateException("this stack has no media-service of its own"));
    }

    @Override
    public Stack mediaMtxWithHooksTo(URI orchestrator) {
        try {
            LocalPlan further = plan.with(Map.of(), furtherFolder("mediamtx-")).withMediaServiceAt(orchestrator);
            return start(further, List.of(further.mediaMtx()));
        } catch (IOException e) {
            throw new StackStartException(
                    "A further MediaMTX cannot be prepared in " + plan.runDir() + ": " + e, false);
        }
    }

    @Override
    public StartAttempt attempt(Map<String, String> settings, Duration atMost) {
        try {
            LocalPlan further = plan.with(settings, furtherFolder("refused-"));
            Path log = further.runDir().resolve("logs").resolve(LocalPlan.MEDIA_SERVICE + ".log");
            long started = System.nanoTime();
            try (ChildProcess process = ChildProcess.start(further.furtherMediaService(), log, GRACE)) {
                OptionalInt code = process.exit()
                        .thenApply(OptionalInt::of)
                        .completeOnTimeout(OptionalInt.empty(), atMost.toMillis(), TimeUnit.MILLISECONDS)
                        .join();
                return new StartAttempt(code, Duration.ofNanos(System.nanoTime() - started), log);
            }
        } catch (IOException e) {
            throw new StackStartException(
                    "A further media-service cannot be prepared in " + plan.runDir() + ": " + e, false);
        }
    }

    @Override
    public void restartMediaServer() {
        ChildProcess old = processes.stream()
                .filter(process -> process.name().equals(LocalPlan.MEDIA_SERVER))
                .findFirst()
                .orElseThrow(() -> new IllegalStateException("this stack has no media server of its own"));
        processes.remove(old);
        old.kill();
        try (HealthWatch answer = new HealthWatch()) {
            Service service = plan.mediaMtx();
            ChildProcess fresh = ChildProcess.start(service.spec(), old.logFile(), GRACE);
            processes.add(fresh);
            answer.watch(fresh, service.health(), READY);
            answer.awaitAnswers();
        } catch (IOException e) {
            throw new StackStartException("MediaMTX cannot be started again in " + plan.runDir() + ": " + e, false);
        }
    }

    private Path furtherFolder(String prefix) throws IOException {
        return Files.createTempDirectory(Files.createDirectories(plan.runDir().resolve("further")), prefix);
    }

    @Override
    public Stack with(Map<String, String> settings) {
        return FreshPorts.start(() -> beside(settings));
    }

    private LocalStack beside(Map<String, String> settings) {
        try {
            LocalPlan further = plan.with(settings, furtherFolder("media-"));
            LocalStack stack = start(further, further.mediaSide());
            try {
                stack.awaitHealth();
                return stack;
            } catch (RuntimeException e) {
                stack.close();
                throw e;
            }
        } catch (IOException e) {
            throw new StackStartException(
                    "A further media-service cannot be prepared in " + plan.runDir() + ": " + e, false);
        }
    }

    /** The processes, for those who look at them from outside: each with its pid and exit. */
    List<ChildProcess> processes() {
        return processes;
    }

    @Override
    public void close() {
        health.close();
        OwnThread.forAll(
                Stream.concat(processes.stream(), furtherSts.processes().stream())
                        .toList(),
                ChildProcess::close);
        processes.forEach(plan.program()::keepArchive);
    }
}
