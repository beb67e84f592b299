package io.airproof.world;

import io.airproof.driver.ffmpeg.Ffmpeg;
import io.airproof.driver.ffmpeg.Recoder;
import io.airproof.driver.record.Recording;
import io.airproof.evidence.Evidence;
import io.airproof.evidence.NotRunHereException;
import io.airproof.fixture.Clip;
import io.airproof.fixture.FixtureStore;
import io.airproof.media.FlvClip;
import io.airproof.run.AcceptanceRun;
import io.airproof.run.Alteration;
import io.airproof.run.AnalysedBroadcast;
import io.airproof.run.Broadcasts;
import io.airproof.run.Desk;
import io.airproof.run.Programme;
import io.airproof.run.ServiceSettings;
import io.airproof.stack.ServiceLog;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.function.UnaryOperator;

/** The publisher: puts the scenario's programme on air, or joins the one that is. */
public final class PublisherWorld {

    /** A programme that has not ended this long after its clip is stuck: some minutes for those on air before it, and 1 of its own. */
    private static final long PATIENCE_S = 900;

    /** Long enough to be refused in. */
    private static final Duration FOREIGN = Duration.ofSeconds(6);

    private final Broadcasts programmes;
    private final Evidence evidence;
    private final Desk desk;
    private final FixtureStore fixtures;
    private final Ffmpeg ffmpeg;
    private final String stackName;
    private final List<UnaryOperator<Programme>> conditions = new ArrayList<>();
    private Optional<Programme> programme = Optional.empty();
    private Optional<Desk.Seat> seat = Optional.empty();

    public PublisherWorld(CurrentRun run, Evidence evidence) {
        this.evidence = evidence;
        AcceptanceRun current = run.get();
        this.programmes = current.broadcasts();
        this.desk = current.desk();
        this.fixtures = current.fixtures();
        this.ffmpeg = current.ffmpeg();
        this.stackName = current.stack().name();
    }

    /** The programme that is published will run under this condition. */
    public void under(UnaryOperator<Programme> condition) {
        conditions.add(condition);
    }

    /** The media-service will run with this setting. */
    public void setting(String variable, String value) {
        under(one -> one.on(one.settings().with(variable, value)));
    }

    /** What the media-service asks of the media server, and tells it, will be recorded. */
    public void relayed() {
        under(one -> one.on(one.settings().relayed()));
    }

    /** The media-service will come to its STS in this way. */
    public void through(ServiceSettings.Door door) {
        under(one -> one.on(one.settings().through(door)));
    }

    /** The pictures will become those of another clip on the way. */
    public void turnsInto(Clip other, Duration at) {
        FlvClip pictures = fixtures.get(other).flvClip();
        under(one -> one.with(Alteration.turnsInto(pictures, at)));
    }

    /** Picture or sound will be coded in a way that the contract does not ask for. */
    public void codedIn(ForeignCodec codec) {
        Recoder recoder = new Recoder(ffmpeg);
        under(one -> one.uncued()
                .with(Alteration.codedIn(codec.label(), FOREIGN, clip -> recoder.recode(clip, codec.arguments()))));
    }

    /** Puts it on air and does not wait. */
    public void publish(Programme plain) {
        Programme wanted = plain;
        for (UnaryOperator<Programme> condition : conditions) {
            wanted = condition.apply(wanted);
        }
        programme = Optional.of(wanted);
        CompletableFuture<AnalysedBroadcast> started = programmes.broadcast(wanted);
        if (started.isCompletedExceptionally()) {
            broadcast();
        }
    }

    /**
     * What was recorded of the programme; waits for its end.
     *
     * @throws IllegalStateException if it could not be played; the message says why
     */
    public AnalysedBroadcast broadcast() {
        Programme wanted = programme.orElseThrow(() -> new IllegalStateException("no programme was published"));
        long patience = wanted.clip().duration().toSeconds() + PATIENCE_S;
        try {
            AnalysedBroadcast broadcast = programmes.broadcast(wanted).get(patience, TimeUnit.SECONDS);
            if (seat.isEmpty()) {
                seat = Optional.of(desk.take());
            }
            return keeping(broadcast);
        } catch (ExecutionException | CompletionException e) {
            if (e.getCause() instanceof NotRunHereException notHere) {
                throw notHere;
            }
            throw new IllegalStateException("the programme could not be played: " + e.getCause(), e.getCause());
        } catch (TimeoutException e) {
            throw new IllegalStateException("the programme did not end within " + patience + " s", e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException("interrupted while the programme was on air", e);
        }
    }

    /**
     * The logs of the services that the programme ran on; waits for its end.
     *
     * @throws NotRunHereException where none can be read
     */
    List<ServiceLog> logs() {
        List<ServiceLog> logs = broadcast().broadcast().logs();
        if (logs.isEmpty()) {
            throw new NotRunHereException("reading the logs of the services", stackName);
        }
        return logs;
    }

    /** What was recorded, without waiting; empty if there is no programme, or it has not ended, or could not be played. */
    Optional<AnalysedBroadcast> ended() {
        return programme
                .map(programmes::broadcast)
                .filter(future -> future.isDone() && !future.isCompletedExceptionally())
                .map(CompletableFuture::join);
    }

    /** The scenario has measured what it wanted: others may. */
    public void leave() {
        seat.ifPresent(Desk.Seat::close);
        seat = Optional.empty();
    }

    private AnalysedBroadcast keeping(AnalysedBroadcast analysed) {
        evidence.file(analysed.broadcast().wireFile());
        analysed.broadcast().recording().toOptional().map(Recording::file).ifPresent(evidence::file);
        return analysed;
    }
}
