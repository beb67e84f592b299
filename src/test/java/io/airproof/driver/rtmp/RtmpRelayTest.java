package io.airproof.driver.rtmp;

import static org.assertj.core.api.Assertions.assertThat;

import io.airproof.driver.ffmpeg.BundledFfmpeg;
import io.airproof.driver.ffmpeg.Ffmpeg;
import io.airproof.driver.ffmpeg.FfmpegProcess;
import io.airproof.driver.mediamtx.MediaMtxApi;
import io.airproof.driver.mediamtx.PathWatch;
import io.airproof.driver.record.Recording;
import io.airproof.driver.record.RecordingInProgress;
import io.airproof.driver.record.StreamRecorder;
import io.airproof.process.ChildProcess;
import io.airproof.process.CommandSpec;
import io.airproof.process.FreePorts;
import io.airproof.stack.provision.Provisioner;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The relay between ffmpeg and a real MediaMTX. */
class RtmpRelayTest {

    private static final String FOLDER = "live/one";
    private static final String PATH = FOLDER + "/in";

    private final Ffmpeg ffmpeg = BundledFfmpeg.get();
    private final StreamRecorder recorder = new StreamRecorder(ffmpeg);

    @Test
    void hearsWhoPublishesAndReads_andBreaksReadersWhenTold(@TempDir Path folder) throws Exception {
        List<Integer> ports = FreePorts.pick(2);
        URI rtmp = URI.create("rtmp://127.0.0.1:" + ports.get(0));
        MediaMtxApi api = new MediaMtxApi(URI.create("http://127.0.0.1:" + ports.get(1)));
        Path mediamtx = Provisioner.standard().provision(line -> {}).mediamtx();
        Path config = Files.writeString(folder.resolve("mediamtx.yml"), """
                api: yes
                rtsp: no
                hls: no
                webrtc: no
                srt: no
                moq: no
                paths:
                  all_others:
                """);
        CommandSpec server = CommandSpec.of("mediamtx", mediamtx.toString(), config.toString())
                .in(folder)
                .withEnv(Map.of(
                        "MTX_RTMPADDRESS",
                        rtmp.getAuthority(),
                        "MTX_APIADDRESS",
                        api.address().getAuthority()));
        try (ChildProcess running = ChildProcess.start(server, folder.resolve("log"), Duration.ofSeconds(2));
                RtmpRelay relay = RtmpRelay.open();
                PathWatch path = PathWatch.start(api, PATH)) {
            relay.forward(rtmp);
            Awaitility.await("MediaMTX to answer").ignoreExceptions().until(() -> api.paths()
                    .isEmpty());
            URI address = relay.address().resolve("/" + PATH);
            try (FfmpegProcess publishing = ffmpeg.start("publish", testPicture(address))) {
                assertThat(path.ready().get(10, TimeUnit.SECONDS)).isNotNull();
                try (RecordingInProgress reading = recorder.start(address, folder.resolve("read.flv"))) {
                    Instant reads = reading.firstPacketAt().get(10, TimeUnit.SECONDS);
                    relay.refuseReaders(PATH);
                    Recording broken = reading.finished().get(5, TimeUnit.SECONDS);
                    assertThat(Duration.between(reads, broken.endedAt())).isLessThan(Duration.ofSeconds(2));
                }
                try (RecordingInProgress again = recorder.start(address, folder.resolve("again.flv"))) {
                    assertThat(again.finished()
                                    .handle((got, failure) ->
                                            failure == null && !got.tags().isEmpty())
                                    .get(5, TimeUnit.SECONDS))
                            .isFalse();
                }
                assertThat(publishing.ended()).isNotDone();
            }
            List<RtmpEvent> events = relay.eventsBelow(FOLDER);
            assertThat(events).first().isInstanceOf(RtmpEvent.Publish.class);
            assertThat(events.get(1)).isInstanceOfSatisfying(RtmpEvent.Metadata.class, told -> assertThat(told.values())
                    .containsKey("width"));
            assertThat(events)
                    .filteredOn(RtmpEvent.Play.class::isInstance)
                    .extracting(event -> ((RtmpEvent.Play) event).refused())
                    .containsExactly(false, true);
            assertThat(running.isAlive()).isTrue();
        }
    }

    /** A picture and a tone in real time, longer than any of this takes. */
    private static List<String> testPicture(URI address) {
        return List.of(
                "-re",
                "-f",
                "lavfi",
                "-i",
                "testsrc2=size=320x180:rate=25",
                "-f",
                "lavfi",
                "-i",
                "sine=frequency=440:sample_rate=48000",
                "-t",
                "60",
                "-c:v",
                "libx264",
                "-preset",
                "ultrafast",
                "-g",
                "25",
                "-c:a",
                "aac",
                "-f",
                "flv",
                address.toString());
    }
}
