package io.airproof.driver.tap;

import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.Executor;
import java.util.concurrent.atomic.AtomicLong;

/** What a tap knows of its streams: routes, faults, records, and the connections that live. Safe for all threads. */
final class Switchboard implements AutoCloseable {

    private final AtomicLong connections = new AtomicLong();
    private volatile Optional<Route> defaultRoute = Optional.empty();
    private final Map<String, Route> routes = new ConcurrentHashMap<>();
    private final Map<String, FaultPlan> plans = new ConcurrentHashMap<>();
    private final Map<String, TapRecord> records = new ConcurrentHashMap<>();
    private final Map<Link, String> links = new ConcurrentHashMap<>();
    private final Set<Peer> peers = ConcurrentHashMap.newKeySet();
    private final Executor recorder;
    private volatile boolean closed;

    /** Keeps the records on one thread, so that they tell causes before effects. */
    Switchboard(Executor recorder) {
        this.recorder = recorder;
    }

    long nextConnection() {
        return connections.incrementAndGet();
    }

    void defaultRoute(Route route) {
        defaultRoute = Optional.of(route);
    }

    void route(String streamId, Route route) {
        routes.put(streamId, route);
    }

    Optional<Route> route(String streamId) {
        return Optional.ofNullable(routes.get(streamId)).or(() -> defaultRoute);
    }

    void plan(String streamId, FaultPlan plan) {
        plans.put(streamId, plan);
    }

    FaultPlan plan(String streamId) {
        return plans.getOrDefault(streamId, FaultPlan.none());
    }

    TapRecord record(String streamId) {
        return records.computeIfAbsent(streamId, TapRecord::new);
    }

    Set<String> streamIds() {
        return Set.copyOf(records.keySet());
    }

    /** Remembers a socket, so that closing the tap closes it. */
    Peer keep(Peer peer) {
        peers.removeIf(Peer::isClosed);
        peers.add(peer);
        if (closed) {
            peer.close();
        }
        return peer;
    }

    /** A connection whose upgrade is about to be passed on; the caller starts it. */
    Link link(String streamId, long number, Peer worker, Peer sts) {
        Link link = new Link(number, worker, sts, record(streamId), () -> plan(streamId), recorder, links::remove);
        links.put(link, streamId);
        if (closed) {
            link.close();
        }
        return link;
    }

    void cut(String streamId, Cut how) {
        links.forEach((link, stream) -> {
            if (stream.equals(streamId)) {
                link.cut(how);
            }
        });
    }

    void say(String streamId, Direction direction, Message message) {
        links.forEach((link, stream) -> {
            if (stream.equals(streamId)) {
                link.say(direction, message);
            }
        });
    }

    @Override
    public void close() {
        closed = true;
        links.keySet().forEach(Link::close);
        peers.forEach(Peer::close);
        peers.clear();
    }
}
