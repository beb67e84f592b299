package io.airproof.run;

import io.airproof.stack.ServiceLog;
import io.airproof.stack.Stack;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

/** Where programmes run: the shared services, or a media-service with settings of its own, one for all that ask for it. */
final class Sites implements AutoCloseable {

    private final Stack shared;
    private final Map<ServiceSettings, Lazy<Stack>> others = new ConcurrentHashMap<>();

    Sites(Stack shared) {
        this.shared = shared;
    }

    /**
     * The services with these settings; the first who asks waits for their start.
     *
     * @throws io.airproof.evidence.NotRunHereException if this kind of stack cannot have them
     */
    Stack of(ServiceSettings settings) {
        if (settings.equals(ServiceSettings.STANDARD)) {
            return shared;
        }
        return others.computeIfAbsent(settings, wanted -> new Lazy<>(() -> shared.with(wanted.variables())))
                .get();
    }

    /** The logs of the services that are not shared by all. */
    List<ServiceLog> logs() {
        return others.values().stream()
                .flatMap(stack -> stack.ifMade().stream())
                .flatMap(stack -> stack.logs().stream())
                .toList();
    }

    @Override
    public void close() {
        others.values().forEach(stack -> stack.ifMade().ifPresent(Stack::close));
    }
}
