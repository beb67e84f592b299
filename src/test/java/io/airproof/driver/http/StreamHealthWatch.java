package io.airproof.driver.http;

import io.airproof.driver.wait.Polls;
import java.net.URI;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CopyOnWriteArrayList;
import org.json.JSONObject;

/**
 * Asks the media-service again and again how one stream is, until closed; whoever watches another stream of it is told by
 * the same answer.
 */
public final class StreamHealthWatch implements AutoCloseable {

    private static final Polls<Target, Answer> POLLS =
            new Polls<>("health-watch", StreamHealthWatch::ask, Target::every);

    private final String streamId;
    private final List<StreamHealth> seen = new CopyOnWriteArrayList<>();
    private final CompletableFuture<Instant> gone = new CompletableFuture<>();
    private final Polls.Listening listening;
    private volatile boolean met;

    /**
     * What is asked.
     *
     * @param mediaService {@code http://host:port}
     * @param every time between an answer and the next question
     */
    private record Target(URI mediaService, Duration every) {}

    /**
     * How the service said that it is.
     *
     * @param at when the answer was there
     * @param body its JSON object, not to be changed
     */
    private record Answer(Instant at, JSONObject body) {}

    private StreamHealthWatch(Target target, String streamId) {
        this.streamId = streamId;
        this.listening = POLLS.listen(target, this::answered, failure -> {});
    }

    /**
     * Starts at once.
     *
     * @param every time between an answer and the next question; the resolution of every change
     */
    public static StreamHealthWatch start(URI mediaService, String streamId, Duration every) {
        return new StreamHealthWatch(new Target(mediaService, every), streamId);
    }

    /** The answers so far, in order; a service that did not answer left none. */
    public List<StreamHealth> seen() {
        return List.copyOf(seen);
    }

    /** Completes when the stream, once there, is not told of any more. */
    public CompletableFuture<Instant> gone() {
        return gone.copy();
    }

    private static Answer ask(Target target) {
        HealthReply reply = HealthClient.mediaService(target.mediaService()).ask();
        return new Answer(Instant.now(), reply.body());
    }

    private void answered(Answer answer) {
        StreamHealth now = StreamHealth.of(answer.at(), answer.body(), streamId);
        seen.add(now);
        if (met && now.entry().isEmpty()) {
            gone.complete(now.at());
        }
        met |= now.entry().isPresent();
    }

    @Override
    public void close() {
        listening.close();
    }
}
