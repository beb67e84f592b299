package io.airproof.run;

import io.airproof.driver.mediamtx.MediaMtxApi;
import io.airproof.driver.mediamtx.PathWatch;
import io.airproof.driver.publish.Cue;
import io.airproof.driver.publish.Pace;
import io.airproof.driver.publish.Publication;
import io.airproof.driver.publish.PublicationRecord;
import io.airproof.driver.publish.Publisher;
import io.airproof.driver.publish.SentPacket;
import io.airproof.fixture.Fixture;
import io.airproof.media.FlvClip;
import io.airproof.stack.Stack;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.TimeUnit;

/** Publishes the clip of a programme, in two parts if the broadcaster is away in between. */
final class Broadcaster implements AutoCloseable {

    private final Publisher publisher;
    private final Stack stack;
    private final String streamId;
    private final Start start;
    private final Publication first;
    private final CompletableFuture<PublicationRecord> finished;
    private volatile Optional<Publication> second = Optional.empty();
    private volatile Optional<PathWatch> secondWatch = Optional.empty();
    private final Duration length;
    private volatile boolean closed;

    private Broadcaster(
            Publisher publisher, Stack stack, String streamId, Programme programme, Fixture fixture, PathWatch input) {
        this.publisher = publisher;
        this.stack = stack;
        this.streamId = streamId;
        this.start = programme.start();
        FlvClip clip = programme
                .alteration()
                .map(wrong -> wrong.change().apply(fixture.flvClip()))
                .orElse(fixture.flvClip());
        this.length = clip.length();
        Optional<Intermission> away = programme.intermission();
        this.first = publish(away.map(one -> clip.part(Duration.ZERO, one.at())).orElse(clip), input);
        this.finished = away.map(one -> first.finished()
                        .thenComposeAsync(record -> goOn(record, clip.part(one.at(), clip.length()), one)))
                .orElseGet(first::finished);
    }

    /** Begins to publish. */
    static Broadcaster start(
            Publisher publisher, Stack stack, String streamId, Programme programme, Fixture fixture, PathWatch input) {
        return new Broadcaster(publisher, stack, streamId, programme, fixture, input);
    }

    private Publication publish(FlvClip clip, PathWatch input) {
        return publisher.start(
                clip,
                stack.rtmp(streamId, "in"),
                start == Start.CUED ? Cue.readerAttached(input.readerAttached()) : Cue.none(),
                Pace.REAL_TIME);
    }

    private CompletionStage<PublicationRecord> goOn(PublicationRecord before, FlvClip rest, Intermission away) {
        return CompletableFuture.supplyAsync(
                        () -> comeBack(rest),
                        CompletableFuture.delayedExecutor(away.length().toNanos(), TimeUnit.NANOSECONDS))
                .thenCompose(Publication::finished)
                .thenApply(after -> joined(before, after, away.at()));
    }

    private Publication comeBack(FlvClip rest) {
        PathWatch watch = PathWatch.start(
                new MediaMtxApi(stack.mediaMtxApi()), "live/" + streamId + "/in", LiveProgramme.PATH_POLL);
        secondWatch = Optional.of(watch);
        Publication publication = publish(rest, watch);
        second = Optional.of(publication);
        if (closed) {
            close();
        }
        return publication;
    }

    private static PublicationRecord joined(PublicationRecord before, PublicationRecord after, Duration at) {
        List<SentPacket> sent = new ArrayList<>(before.sent());
        after.sent()
                .forEach(packet -> sent.add(
                        new SentPacket(packet.kind(), packet.contentTime().plus(at), packet.at())));
        return new PublicationRecord(
                before.connectedAt(),
                before.contentStartedAt(),
                after.endedAt(),
                before.contentOffset(),
                before.videoPackets() + after.videoPackets(),
                before.audioPackets() + after.audioPackets(),
                sent);
    }

    /** Completes when the first packet of content is sent. */
    CompletableFuture<Instant> contentStartedAt() {
        return first.contentStartedAt();
    }

    /** How long all of it is that will be sent. */
    Duration length() {
        return length;
    }

    /** How much of the clip has been sent. */
    Duration position() {
        return first.position().plus(second.map(Publication::position).orElse(Duration.ZERO));
    }

    /** Completes when all of the clip has been sent. */
    CompletableFuture<PublicationRecord> finished() {
        return finished;
    }

    @Override
    public void close() {
        closed = true;
        first.close();
        second.ifPresent(Publication::close);
        secondWatch.ifPresent(PathWatch::close);
    }
}
