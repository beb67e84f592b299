package io.airproof.run;

import io.airproof.driver.ffmpeg.Decoders;
import io.airproof.fixture.Fixture;
import io.airproof.fixture.FixtureStore;
import io.airproof.stack.Stack;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.Executor;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;
import java.util.function.Supplier;
import java.util.stream.IntStream;

/** The programmes of a run: each is played once, by whoever asks first, and shared by all who ask. */
public final class Programmes implements Broadcasts, AutoCloseable {

    private final FixtureStore fixtures;
    private final LiveProgramme live;
    private final Decoders decoders;
    private final PhaseClock phases;
    private final String runId;
    private final Desk desk = new Desk();
    private final AirTime airTime = new AirTime(desk);
    private final StsLoad load = new StsLoad();
    private final Map<Programme, CompletableFuture<AnalysedBroadcast>> playing = new ConcurrentHashMap<>();
    private final Map<List<Programme>, List<CompletableFuture<AnalysedBroadcast>>> groups = new ConcurrentHashMap<>();
    private final List<Consumer<AnalysedBroadcast>> listeners = new CopyOnWriteArrayList<>();
    private final ExecutorService players = Executors.newCachedThreadPool(task -> {
        Thread thread = new Thread(task, "programme");
        thread.setDaemon(true);
        return thread;
    });

    Programmes(FixtureStore fixtures, LiveProgramme live, Decoders decoders, PhaseClock phases, String runId) {
        this.fixtures = fixtures;
        this.live = live;
        this.decoders = decoders;
        this.phases = phases;
        this.runId = runId;
    }

    @Override
    public CompletableFuture<AnalysedBroadcast> broadcast(Programme programme) {
        return playing.computeIfAbsent(programme, this::start);
    }

    /**
     * Does work that would make live programmes late: waits until none is on air, and lets none begin before it is done.
     */
    <T> T alone(Supplier<T> work) {
        try (AirTime.Slot slot = airTime.enterAlone()) {
            return work.get();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException("the run ended before the machine was free", e);
        }
    }

    /** Plays the programme on the stack of the run and on another one at the same time. */
    SideBySide together(Programme programme, Stack other) {
        return SideBySide.play(programme, live, live.on(other), fixtures, decoders, runId);
    }

    /** Has this one told of every programme that has ended from now on, if it could be played. */
    public void whenEnded(Consumer<AnalysedBroadcast> listener) {
        listeners.add(listener);
    }

    /** Where what was recorded is measured. */
    Desk desk() {
        return desk;
    }

    /** How much may be on air at once. */
    AirTime airTime() {
        return airTime;
    }

    /** What the dubbing STS has to do. */
    StsLoad load() {
        return load;
    }

    private CompletableFuture<AnalysedBroadcast> start(Programme programme) {
        return CompletableFuture.supplyAsync(() -> play(programme), players);
    }

    private AnalysedBroadcast play(Programme programme) {
        Fixture fixture = fixtures.get(programme.clip());
        if (!programme.settings().equals(ServiceSettings.STANDARD)) {
            airTime.prepare(() -> live.prepare(programme));
        }
        try (AirTime.Slot slot = airTime.enter(programme)) {
            return onAir(programme, fixture);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException("the run ended before the " + programme.label() + " went on air", e);
        }
    }

    /** Puts all of them on air at the same time, unless they already were; in their order. */
    public List<CompletableFuture<AnalysedBroadcast>> together(List<Programme> group) {
        return together(group, Duration.ZERO);
    }

    /**
     * Has all of them on air at the same time, unless they already were; in their order.
     *
     * @param spread within which they begin, at even distances: those that begin in the same instant have all of their
     *     segments cut in the same instant, too
     */
    public List<CompletableFuture<AnalysedBroadcast>> together(List<Programme> group, Duration spread) {
        return groups.computeIfAbsent(group, wanted -> startTogether(wanted, spread));
    }

    private List<CompletableFuture<AnalysedBroadcast>> startTogether(List<Programme> group, Duration spread) {
        CompletableFuture<AirTime.Slot> slot = CompletableFuture.supplyAsync(() -> turn(group), players);
        List<CompletableFuture<AnalysedBroadcast>> playing = IntStream.range(0, group.size())
                .mapToObj(place -> slot.thenApplyAsync(
                        mine -> onAir(
                                group.get(place), fixtures.get(group.get(place).clip())),
                        after(spread.multipliedBy(place).dividedBy(group.size()))))
                .toList();
        CompletableFuture.allOf(playing.toArray(CompletableFuture[]::new))
                .whenComplete((all, failure) -> slot.thenAccept(AirTime.Slot::close));
        return playing;
    }

    private Executor after(Duration wait) {
        return wait.isZero()
                ? players
                : CompletableFuture.delayedExecutor(wait.toNanos(), TimeUnit.NANOSECONDS, players);
    }

    private AirTime.Slot turn(List<Programme> group) {
        try {
            group.forEach(programme -> fixtures.get(programme.clip()));
            return airTime.enter(group);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException("the run ended before " + group.size() + " programmes went on air", e);
        }
    }

    private AnalysedBroadcast onAir(Programme programme, Fixture fixture) {
        Instant from = Instant.now();
        WireSounds wireSounds = new WireSounds(decoders.sound());
        boolean dubbed = programme.sts() == StsProfile.DUBBING;
        if (dubbed) {
            load.enter();
        }
        try {
            AnalysedBroadcast ended = new AnalysedBroadcast(
                    live.play(programme, fixture, programme.slug() + "-" + runId, wireSounds), decoders, wireSounds);
            listeners.forEach(listener -> listener.accept(ended));
            return ended;
        } finally {
            if (dubbed) {
                load.leave();
            }
            phases.note("programme: " + programme.label(), from, Instant.now());
        }
    }

    @Override
    public void close() {
        players.shutdownNow();
    }
}
