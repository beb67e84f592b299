package io.airproof.world;

import io.airproof.driver.ffmpeg.M4aEncoder;
import io.airproof.fixture.Clip;
import io.airproof.media.Sound;
import io.airproof.run.AcceptanceRun;
import io.airproof.run.AirTime;
import io.airproof.run.StsLoad;
import io.airproof.run.StsProfile;
import io.airproof.stack.StsKind;
import java.net.URI;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Which STS the scenario speaks to, with which sounds, and the connections that it has made. */
public final class StsBenchWorld {

    private static final long MS_PER_SECOND = 1000;

    private final AcceptanceRun run;
    private final List<AutoCloseable> open = new ArrayList<>();
    private StsKind kind = StsKind.ECHO;
    private Map<String, String> settings = Map.of();
    private Optional<URI> sts = Optional.empty();

    public StsBenchWorld(CurrentRun run) {
        this.run = run.get();
    }

    /** An STS as the stack has it. */
    public void use(StsProfile wanted) {
        use(wanted, Map.of());
    }

    /**
     * An STS with other settings.
     *
     * @param differing variables of its environment (contract dubbing §2.5)
     */
    public void use(StsProfile wanted, Map<String, String> differing) {
        kind = StsKind.valueOf(wanted.name());
        settings = Map.copyOf(differing);
    }

    /** The STS; a dubbing one is for this scenario alone until its end, as soon as live programmes leave it a core. */
    URI sts() {
        if (sts.isEmpty()) {
            if (kind == StsKind.DUBBING) {
                open.add(turn());
            }
            open.add(quiet());
            sts = Optional.of(address());
        }
        return sts.get();
    }

    private URI address() {
        return settings.isEmpty() ? run.stack().sts(kind) : run.stack().sts(kind, settings);
    }

    /** Times at an STS are measured when no service starts, at a dubbing one when the machine has little else to do. */
    private AirTime.Slot quiet() {
        try {
            return kind == StsKind.DUBBING
                    ? run.airTime().enterQuietly()
                    : run.airTime().enterToSpeak();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException("interrupted while live programmes kept the machine busy", e);
        }
    }

    private StsLoad.Turn turn() {
        try {
            return run.stsLoad().awaitTurn();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException("interrupted while live programmes kept the machine busy", e);
        }
    }

    /** A new connection. */
    StsSession connect() {
        return keep(StsSession.connect(sts()));
    }

    /** A new connection for messages of MiB. */
    StsSession connectForLarge() {
        return keep(StsSession.connectBare(sts(), true));
    }

    /** A new connection that answers no ping. */
    StsSession connectSilently() {
        return keep(StsSession.connectBare(sts(), false));
    }

    private StsSession keep(StsSession connection) {
        open.add(connection);
        return connection;
    }

    /** A part of the counting clip, in which a word is spoken each second. */
    Excerpt speech(Duration from, Duration to) {
        return excerpt(run.fixtures().get(Clip.COUNTING_30).sound().slice(from, to));
    }

    /** Half a second in which nothing is heard. */
    Excerpt pause() {
        return excerpt(new Sound(new float[Excerpt.SAMPLE_RATE / 2], Excerpt.SAMPLE_RATE, Duration.ZERO));
    }

    /** A sound, ready to be sent. */
    Excerpt excerpt(Sound sound) {
        return new Excerpt(
                new M4aEncoder(run.ffmpeg()).encode(sound, Excerpt.SAMPLE_RATE),
                sound.samples().length * MS_PER_SECOND / sound.sampleRate());
    }

    /** Hangs up and lets others have their turn. */
    public void close() {
        Optional<Exception> failure = Optional.empty();
        for (int i = open.size() - 1; i >= 0; i--) {
            try {
                open.get(i).close();
            } catch (Exception e) { // the others, and the turn of this scenario, are given back all the same
                failure = Optional.of(e);
            }
        }
        open.clear();
        if (failure.isPresent()) {
            throw new IllegalStateException("a connection could not be closed", failure.get());
        }
    }
}
