package io.airproof.world;

import io.airproof.driver.http.HookReceiver;
import io.airproof.driver.publish.Publisher;
import io.airproof.driver.tap.Route;
import io.airproof.fixture.Clip;
import io.airproof.media.FlvClip;
import io.airproof.run.AcceptanceRun;
import io.airproof.run.AirTime;
import io.airproof.stack.ServiceLog;
import io.airproof.stack.Stack;
import io.airproof.stack.StsKind;
import java.net.URI;
import java.time.Instant;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.Map;
import java.util.UUID;

/**
 * What a scenario has on air apart from the programmes: streams of its own, on the shared services or on further ones.
 * Streams are echoed. Everything ends with the scenario; before that it has its share of the air time.
 */
public final class OwnStage {

    private final AcceptanceRun run;
    private final Publisher publisher;
    private final Deque<Runnable> ends = new ArrayDeque<>();
    private final List<OnAir> streams = new ArrayList<>();
    private String conditions = "";

    /**
     * A stream that was on air.
     *
     * @param streamId its name
     * @param since when it began
     * @param logs of the services that it ran on
     * @param conditions what it ran under, in words; empty text if nothing disturbed it
     */
    record OnAir(String streamId, Instant since, List<ServiceLog> logs, String conditions) {}

    public OwnStage(CurrentRun run) {
        this.run = run.get();
        this.publisher = new Publisher(this.run.ffmpeg());
    }

    /** Waits for air time for so many streams (see {@link AirTime#enter(int)}). */
    void enter(int streams) {
        keep(() -> run.airTime().enter(streams));
    }

    /** Waits until nothing is on air, for work of which the time is measured. */
    void enterAlone() {
        keep(() -> run.airTime().enterAlone());
    }

    /** A wait for air time. */
    private interface Turn {
        AirTime.Slot await() throws InterruptedException;
    }

    private void keep(Turn turn) {
        try {
            AirTime.Slot slot = turn.await();
            ends.push(slot::close);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException("the run ended before the scenario had its air time", e);
        }
    }

    /** What is published from now on runs under this condition. */
    void disturbed(String how) {
        conditions = how;
    }

    /** The services that all share. */
    Stack shared() {
        return run.stack();
    }

    /** A MediaMTX and a media-service of the scenario's own. */
    Stack further(Map<String, String> settings) {
        Stack stack = shared().with(settings);
        ends.push(stack::close);
        return stack;
    }

    /** A MediaMTX of the scenario's own, whose hooks call this address. */
    Stack mediaMtxWithHooksTo(URI orchestrator) {
        Stack stack = shared().mediaMtxWithHooksTo(orchestrator);
        ends.push(stack::close);
        return stack;
    }

    /** Something that answers hooks. */
    HookReceiver hookReceiver() {
        HookReceiver receiver = HookReceiver.open();
        ends.push(receiver::close);
        return receiver;
    }

    /** A name that no other stream of the run has; whoever says it at the tap reaches the echo STS. */
    String newStreamId(String name) {
        String id = name + "-" + UUID.randomUUID().toString().substring(0, 8);
        run.tap().route(id, new Route.Forward(shared().sts(StsKind.ECHO)));
        return id;
    }

    /** Publishes a clip under a new name. */
    OwnStream publish(Stack stack, String name, Clip clip, OwnStream.Begin begin) {
        return publish(stack, newStreamId(name), clip, "", begin);
    }

    /** Publishes a clip under this name, with this query. */
    OwnStream publish(Stack stack, String id, Clip clip, String query, OwnStream.Begin begin) {
        FlvClip flv = run.fixtures().get(clip).flvClip();
        streams.add(new OnAir(id, Instant.now(), stack.logs(), conditions));
        OwnStream stream = OwnStream.publish(publisher, stack, id, flv, query, begin);
        ends.push(stream::close);
        return stream;
    }

    /** The streams so far. */
    List<OnAir> streams() {
        return List.copyOf(streams);
    }

    /** Ends everything, the last first. */
    public void close() {
        while (!ends.isEmpty()) {
            ends.pop().run();
        }
    }
}
