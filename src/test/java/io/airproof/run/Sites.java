package io.airproof.run;

import io.airproof.process.OwnThread;
import io.airproof.stack.ServiceLog;
import io.airproof.stack.Stack;
import java.net.URI;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

/** Where programmes run: the shared services, or a media-service with settings of its own, one for all that ask for it. */
final class Sites implements AutoCloseable {

    private final Site shared;
    private final URI sts;
    private final Map<ServiceSettings, Lazy<Site>> others = new ConcurrentHashMap<>();

    /**
     * The shared services, and others beside them.
     *
     * @param sts what a media-service takes for its STS: the address of the tap
     */
    Sites(Stack shared, URI sts) {
        this.sts = sts;
        this.shared = Site.shared(shared);
    }

    /**
     * The services with these settings; the first who asks waits for their start.
     *
     * @throws io.airproof.evidence.NotRunHereException if this kind of stack cannot have them
     */
    Site of(ServiceSettings settings) {
        if (settings.equals(ServiceSettings.STANDARD)) {
            return shared;
        }
        return others.computeIfAbsent(settings, wanted -> new Lazy<>(() -> Site.beside(shared.stack(), sts, wanted)))
                .get();
    }

    /** The logs of the services that are not shared by all. */
    List<ServiceLog> logs() {
        return others.values().stream()
                .flatMap(site -> site.ifMade().stream())
                .flatMap(site -> site.stack().logs().stream())
                .toList();
    }

    @Override
    public void close() {
        // At once: each waits for processes to end, which takes the processor nothing.
        OwnThread.forAll(
                others.values().stream().flatMap(site -> site.ifMade().stream()).toList(), Site::close);
    }
}
