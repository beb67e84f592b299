package io.airproof.driver.publish;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.airproof.driver.ffmpeg.BundledFfmpeg;
import io.airproof.driver.ffmpeg.Ffmpeg;
import io.airproof.driver.ffmpeg.FfmpegProcess;
import io.airproof.driver.ffmpeg.SmallClips;
import io.airproof.media.FlvClip;
import io.airproof.media.FlvReader;
import io.airproof.media.FlvTag;
import java.net.URI;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;

class PublisherTest {

    private final Ffmpeg ffmpeg = BundledFfmpeg.get();
    private final Publisher publisher = new Publisher(ffmpeg);
    private final FlvClip clip = SmallClips.second(ffmpeg);
    private final URI address = SmallClips.freeAddress();

    @Test
    void every_packet_arrives_unchanged_after_the_slate() throws Exception {
        try (FfmpegProcess server = server();
                Publication publication = publisher.start(
                        clip, address, Cue.readerAttached(CompletableFuture.completedFuture(null)), Pace.BURST)) {
            CompletableFuture<List<FlvTag>> received = receive(server);
            PublicationRecord record = publication.finished().get(15, TimeUnit.SECONDS);

            assertThat(record.contentOffset()).isEqualTo(clip.slateLength());
            assertThat(record.videoPackets()).isEqualTo(25);
            assertThat(record.contentStartedAt()).isBetween(record.connectedAt(), record.endedAt());
            assertThat(publication.position()).isEqualTo(clip.length());
            int offset = (int) clip.slateLength().toMillis();
            List<FlvTag> expected = clip.media().stream()
                    .map(tag -> tag.at(tag.timestampMs() + offset))
                    .toList();
            assertThat(received.get(10, TimeUnit.SECONDS).stream().filter(tag -> tag.timestampMs() >= offset))
                    .containsExactlyInAnyOrderElementsOf(expected);
        }
    }

    @Test
    void without_a_cue_the_content_starts_at_once_and_takes_its_time() throws Exception {
        try (FfmpegProcess server = server();
                Publication publication = publisher.start(clip, address, Cue.none(), Pace.REAL_TIME)) {
            CompletableFuture<List<FlvTag>> received = receive(server);
            PublicationRecord record = publication.finished().get(15, TimeUnit.SECONDS);

            assertThat(record.contentOffset()).isZero();
            assertThat(Duration.between(record.contentStartedAt(), record.endedAt()))
                    .isBetween(Duration.ofMillis(950), Duration.ofMillis(2000));
            assertThat(received.get(10, TimeUnit.SECONDS)).containsAll(clip.media());
        }
    }

    @Test
    void a_server_that_is_not_there_is_named() {
        try (Publication publication = publisher.start(clip, address, Cue.none(), Pace.BURST)) {
            assertThatThrownBy(() -> publication.finished().get(15, TimeUnit.SECONDS))
                    .isInstanceOf(ExecutionException.class)
                    .cause()
                    .isInstanceOf(PublishException.class)
                    .hasMessageContaining(address.toString())
                    .hasMessageContaining("Connection refused");
            assertThat(publication.contentStartedAt()).isCompletedExceptionally();
        }
    }

    @Test
    void a_cue_that_fails_ends_the_publication_with_its_reason() {
        CompletableFuture<Void> cue = CompletableFuture.failedFuture(new IllegalStateException("no worker came"));
        try (FfmpegProcess server = server();
                Publication publication = publisher.start(clip, address, Cue.readerAttached(cue), Pace.BURST)) {
            receive(server);
            assertThatThrownBy(() -> publication.finished().get(15, TimeUnit.SECONDS))
                    .cause()
                    .isInstanceOf(PublishException.class)
                    .hasMessageContaining("no worker came");
        }
    }

    @Test
    void closing_stops_at_once() throws Exception {
        try (FfmpegProcess server = server()) {
            receive(server);
            Publication publication = publisher.start(clip, address, Cue.none(), Pace.REAL_TIME);
            publication.contentStartedAt().get(10, TimeUnit.SECONDS);
            publication.close();

            assertThat(publication.finished()).isCompletedExceptionally();
            assertThat(publication.position()).isLessThan(clip.length());
        }
    }

    /** An ffmpeg that takes one publisher. */
    private FfmpegProcess server() {
        FfmpegProcess server = ffmpeg.start(
                "server",
                List.of(
                        "-v",
                        "error",
                        "-listen",
                        "1",
                        "-f",
                        "flv",
                        "-i",
                        address.toString(),
                        "-c",
                        "copy",
                        "-copyts",
                        "-f",
                        "flv",
                        "pipe:1"));
        SmallClips.awaitListener(address);
        return server;
    }

    private static CompletableFuture<List<FlvTag>> receive(FfmpegProcess server) {
        return CompletableFuture.supplyAsync(() -> {
            try (FlvReader reader = new FlvReader(server.output())) {
                return reader.readAll().stream().filter(FlvTag::isMedia).toList();
            } catch (java.io.IOException e) {
                return List.of();
            }
        });
    }
}
