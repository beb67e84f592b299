package io.airproof.run;

import io.airproof.driver.ffmpeg.Decoders;
import io.airproof.driver.ffmpeg.Ffmpeg;
import io.airproof.driver.ffmpeg.M4aEncoder;
import io.airproof.driver.publish.Publisher;
import io.airproof.driver.record.StreamRecorder;
import io.airproof.driver.tap.Tap;
import io.airproof.evidence.NotRunHereException;
import io.airproof.fixture.Clip;
import io.airproof.fixture.FixtureStore;
import io.airproof.fixture.SpeechTools;
import io.airproof.report.RunFacts;
import io.airproof.stack.Deployments;
import io.airproof.stack.ServiceLog;
import io.airproof.stack.Stack;
import io.airproof.stack.StackChoice;
import io.airproof.stack.provision.Provisioner;
import io.airproof.stack.provision.Toolbox;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Consumer;
import java.util.function.Supplier;
import java.util.stream.Stream;

/**
 * One run of the suite: the tools, one stack, one tap, the programmes. Started once, before any scenario, and closed
 * after the last; whatever happens, nothing of it stays alive.
 */
public final class AcceptanceRun implements AutoCloseable {

    /** System property that names what stands in for the programmes. */
    public static final String STAND_IN = "airproof.stand-in";

    private static final String CORE = "@p1";

    private final Toolbox tools;
    private final Ffmpeg ffmpeg;
    private final FixtureStore fixtures;
    private final Stack stack;
    private final Sites sites;
    private final Tap tap;
    private final Programmes programmes;
    private final Lazy<SideBySide> sideBySide = new Lazy<>(this::playSideBySide);
    private final Map<String, Broadcasts> standIns = new ConcurrentHashMap<>();

    private AcceptanceRun(
            Toolbox tools,
            Ffmpeg ffmpeg,
            FixtureStore fixtures,
            Stack stack,
            Sites sites,
            Tap tap,
            Programmes programmes) {
        this.tools = tools;
        this.ffmpeg = ffmpeg;
        this.fixtures = fixtures;
        this.stack = stack;
        this.sites = sites;
        this.tap = tap;
        this.programmes = programmes;
    }

    /**
     * Provisions the tools, makes the clips that are missing, starts the stack and proves it with one short clip.
     *
     * @param say where progress goes, line by line
     * @throws io.airproof.stack.provision.MissingToolsException if a tool cannot be had
     * @throws StackNotReadyException if the stack does not carry a clip from end to end
     */
    public static AcceptanceRun start(Consumer<String> say) throws Exception {
        PhaseClock phases = new PhaseClock();
        String runId = UUID.randomUUID().toString().substring(0, 8);
        Path directory = RunFolders.make(Path.of("target", "stack"), runId);
        RunFacts.ofThisRun().put("folder", "target/stack/" + runId);
        Toolbox tools =
                phases.measure("provisioning", () -> Provisioner.standard().provision(say::accept));
        Ffmpeg ffmpeg = new Ffmpeg(tools.ffmpeg(), tools.ffprobe());
        FixtureStore fixtures = new FixtureStore(
                FixtureStore.RECIPES, tools.cache().resolve("fixtures"), ffmpeg, new SpeechTools(tools.flite()), say);
        CompletableFuture<Void> clips = CompletableFuture.runAsync(() -> load(fixtures, phases));
        StackChoice choice = StackChoice.ofThisRun(say::accept);
        Tap tap = Tap.open(choice.tapListen());
        try {
            StreamRecorder recorder = new StreamRecorder(ffmpeg);
            Publisher publisher = new Publisher(ffmpeg);
            Instant stackFrom = Instant.now();
            Stack stack = choice.start(tools, directory, tap.address(), say::accept);
            RunFacts.ofThisRun().put("stack", stack.name());
            try {
                phases.note("stack started", stackFrom, Instant.now());
                ReadinessProof proof = new ReadinessProof(stack, tap, recorder, publisher, directory);
                // While the STS still loads its models: they must be there when the clip's first fragment is.
                CompletableFuture<Instant> picture = CompletableFuture.supplyAsync(() ->
                        proof.prove(fixtures.get(Clip.PROBE), () -> fixtures.get(Clip.MONO_48), "probe-" + runId));
                stack.awaitHealth();
                phases.note("stack healthy", stackFrom, Instant.now());
                await(picture);
                phases.note("stack proven ready with one clip", stackFrom, Instant.now());
                clips.join();
                Decoders decoders = Decoders.of(ffmpeg);
                Sites sites = new Sites(stack, tap.address());
                Tunes tunes = new Tunes(new M4aEncoder(ffmpeg));
                LiveProgramme live = new LiveProgramme(sites, tunes, tap, recorder, publisher, directory, say);
                Programmes programmes = new Programmes(fixtures, live, decoders, phases, runId);
                return new AcceptanceRun(tools, ffmpeg, fixtures, stack, sites, tap, programmes);
            } catch (Exception e) {
                stack.close();
                throw e;
            }
        } catch (Exception e) {
            tap.close();
            throw e;
        }
    }

    private static void await(CompletableFuture<Instant> picture) {
        try {
            picture.join();
        } catch (CompletionException e) {
            throw e.getCause() instanceof StackNotReadyException told ? told : e;
        }
    }

    /** Every clip, so that none is made while programmes are on air; only those of the core where only that is run. */
    private static List<Clip> needed() {
        boolean coreOnly =
                System.getProperty("cucumber.filter.tags", "").strip().startsWith(CORE);
        return Stream.of(Clip.values())
                .filter(clip -> clip.isCore() || !coreOnly)
                .toList();
    }

    private static void load(FixtureStore fixtures, PhaseClock phases) {
        Instant from = Instant.now();
        needed().forEach(fixtures::get);
        phases.note("clips", from, Instant.now());
    }

    /** The tools that were provisioned. */
    public Toolbox tools() {
        return tools;
    }

    /** ffmpeg and ffprobe. */
    public Ffmpeg ffmpeg() {
        return ffmpeg;
    }

    /** The clips. */
    public FixtureStore fixtures() {
        return fixtures;
    }

    /** The system under test. */
    public Stack stack() {
        return stack;
    }

    /** The Socket.IO monitor between the media-service and the STS. */
    public Tap tap() {
        return tap;
    }

    /** The programmes. */
    public Programmes programmes() {
        return programmes;
    }

    /**
     * Where scenarios get their broadcasts: the programmes, or what stands in for them in a trust run (system property
     * {@value #STAND_IN}).
     */
    public Broadcasts broadcasts() {
        return standIns.getOrDefault(System.getProperty(STAND_IN, ""), programmes);
    }

    /** Has scenarios get other broadcasts as long as the system property {@value #STAND_IN} has this value. */
    public void standIn(String name, Broadcasts others) {
        standIns.put(name, others);
    }

    /** The services that programmes with these settings run on. */
    public Stack site(ServiceSettings settings) {
        return sites.of(settings).stack();
    }

    /** How much may be on air at once: for scenarios that publish streams of their own. */
    public AirTime airTime() {
        return programmes.airTime();
    }

    /**
     * The logs of every service that the suite has started so far.
     *
     * @throws NotRunHereException if this kind of stack shows none
     */
    public List<ServiceLog> logs() {
        List<ServiceLog> all =
                Stream.concat(stack.logs().stream(), sites.logs().stream()).toList();
        if (all.isEmpty()) {
            throw new NotRunHereException("reading the logs of the services", stack.name());
        }
        return all;
    }

    /** Where scenarios measure what was recorded. */
    public Desk desk() {
        return programmes.desk();
    }

    /** Does work that would make live programmes late, while none is on air. */
    public <T> T alone(Supplier<T> work) {
        return programmes.alone(work);
    }

    /**
     * The same programme on this stack and on a second deployment at once; played for the first who asks.
     *
     * @throws NotRunHereException if the stack cannot have a second deployment
     */
    public SideBySide sideBySide() {
        return sideBySide.get();
    }

    private SideBySide playSideBySide() {
        Deployments deployments = stack.deployments()
                .orElseThrow(() -> new NotRunHereException("a second deployment beside it", stack.name()));
        return programmes.alone(
                () -> programmes.together(Programme.of(Clip.COUNTING_30, StsProfile.DUBBING), deployments.second()));
    }

    /** How busy the dubbing STS is with live programmes. */
    public StsLoad stsLoad() {
        return programmes.load();
    }

    @Override
    public void close() {
        programmes.close();
        sites.close();
        stack.close();
        tap.close();
    }
}
