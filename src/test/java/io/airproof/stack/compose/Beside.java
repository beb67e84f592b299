package io.airproof.stack.compose;

import io.airproof.evidence.NotRunHereException;
import io.airproof.process.FreePorts;
import io.airproof.process.OwnThread;
import io.airproof.stack.FreshPorts;
import io.airproof.stack.ServiceLog;
import io.airproof.stack.StartAttempt;
import io.airproof.stack.StsKind;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;

/**
 * Projects beside those of the stack, for scenarios that need other settings: a media project for each who asks, an STS
 * project for all who ask for equal settings, and media-services that are to refuse theirs. Safe for all threads.
 */
final class Beside implements AutoCloseable {

    /** Addresses and files of this machine, which a container does not know. */
    private static final List<String> LEADS_OUTSIDE = List.of("MEDIAMTX_RTMP_URL", "STS_SERVICE_URL", "SSL_CERT_FILE");

    private final Projects projects;
    private final Addresses addresses;
    private final Reapers reapers;
    private final Map<Wish, Integer> sts = new HashMap<>();
    private final List<ComposeProject> stsProjects = new ArrayList<>();
    private final List<Reapers> stsReapers = new ArrayList<>();
    private int media;
    private Optional<RefusedStart> refused = Optional.empty();

    /** What makes two STS the same. */
    private record Wish(StsKind kind, Map<String, String> settings) {}

    /** A media project that is healthy, and what stops it. */
    record Media(ComposeStack.Part part, MediaPorts ports, Reapers reapers) {}

    Beside(Projects projects, Addresses addresses) {
        this.projects = projects;
        this.addresses = addresses;
        this.reapers = new Reapers(projects);
    }

    /**
     * A media project with these settings.
     *
     * @param stsPort the STS, where the tap cannot be reached
     * @throws NotRunHereException if they name what only this machine has
     */
    Media media(Map<String, String> settings, int stsPort) {
        if (settings.keySet().stream().anyMatch(LEADS_OUTSIDE::contains)) {
            throw new NotRunHereException("a media-service that is led through the suite", ComposeStack.NAME);
        }
        String suffix = "-beside-" + nextMedia();
        return withFreePorts(own -> {
            MediaPorts ports = MediaPorts.free();
            Instant from = Instant.now();
            ComposeProject project = projects.media(own, ports, addresses.stsForWorkers(stsPort), suffix, settings);
            project.start().awaitHealth();
            return new Media(new ComposeStack.Part(project, Duration.between(from, Instant.now()), 0), ports, own);
        });
    }

    private synchronized int nextMedia() {
        return ++media;
    }

    /** The published port of an STS with these settings; it is healthy. */
    synchronized int sts(StsKind kind, Map<String, String> settings) {
        Wish wish = new Wish(kind, Map.copyOf(settings));
        if (!sts.containsKey(wish)) {
            String name = "sts-" + kind.name().toLowerCase(Locale.ROOT) + "-" + (sts.size() + 1);
            sts.put(wish, withFreePorts(own -> {
                int port = FreePorts.one();
                ComposeProject project = projects.sts(own, kind, port, name, settings);
                project.start().awaitHealth();
                stsProjects.add(project);
                stsReapers.add(own);
                return port;
            }));
        }
        return sts.getOrDefault(wish, 0);
    }

    /** Starts a media-service that should refuse its settings; see {@link RefusedStart}. */
    synchronized StartAttempt refused(Map<String, String> settings, Duration atMost) {
        if (refused.isEmpty()) {
            refused = Optional.of(new RefusedStart(projects, reapers.owner("refused")));
        }
        return refused.get().with(settings, atMost);
    }

    /** The logs of every STS of these. */
    synchronized List<ServiceLog> logs() {
        return stsProjects.stream()
                .flatMap(project -> project.serviceLogs().stream())
                .toList();
    }

    /** Starts something that is stopped by reapers of its own, at once if the start fails. */
    private <T> T withFreePorts(Function<Reapers, T> start) {
        return FreshPorts.start(() -> {
            Reapers own = new Reapers(projects);
            try {
                return start.apply(own);
            } catch (RuntimeException e) {
                own.close();
                throw e;
            }
        });
    }

    @Override
    public synchronized void close() {
        OwnThread.forAll(stsReapers, Reapers::close);
        reapers.close();
    }
}
