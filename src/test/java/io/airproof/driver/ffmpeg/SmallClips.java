package io.airproof.driver.ffmpeg;

import io.airproof.media.FlvClip;
import io.airproof.media.FlvReader;
import io.airproof.media.FlvTag;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.URI;
import java.time.Duration;
import java.util.List;
import org.awaitility.Awaitility;

/** A second of moving picture with a tone, and one-time RTMP servers made of ffmpeg; for tests of the drivers. */
public final class SmallClips {

    private static final Duration LENGTH = Duration.ofSeconds(1);
    private static final Duration DEADLINE = Duration.ofSeconds(20);

    private SmallClips() {}

    /** A clip of 1 s, 25 pictures; its slate shows the same. */
    public static FlvClip second(Ffmpeg ffmpeg) {
        byte[] flv = ffmpeg.run(
                "small clip",
                List.of(
                        "-v",
                        "error",
                        "-f",
                        "lavfi",
                        "-i",
                        "testsrc=s=320x180:r=25:d=1",
                        "-f",
                        "lavfi",
                        "-i",
                        "sine=sample_rate=48000:duration=1",
                        "-c:v",
                        "libx264",
                        "-preset",
                        "ultrafast",
                        "-bf",
                        "0",
                        "-pix_fmt",
                        "yuv420p",
                        "-c:a",
                        "aac",
                        "-f",
                        "flv",
                        "pipe:1"),
                Feed.nothing(),
                DEADLINE);
        try (FlvReader reader = new FlvReader(new ByteArrayInputStream(flv))) {
            List<FlvTag> tags = reader.readAll().stream()
                    .filter(tag -> tag.isSequenceHeader() || tag.isMedia())
                    .sorted(FlvClip.WIRE_ORDER)
                    .toList();
            int first = tags.stream()
                    .filter(FlvTag::isKeyFrame)
                    .mapToInt(FlvTag::timestampMs)
                    .findFirst()
                    .orElseThrow();
            List<FlvTag> moved = tags.stream()
                    .filter(tag -> tag.isSequenceHeader() || tag.timestampMs() >= first)
                    .map(tag -> tag.isSequenceHeader() ? tag : tag.at(tag.timestampMs() - first))
                    .filter(tag -> tag.timestampMs() < LENGTH.toMillis())
                    .toList();
            return new FlvClip(moved, moved.stream().filter(FlvTag::isMedia).toList(), LENGTH, LENGTH);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** An address on a port that nobody listens on. */
    public static URI freeAddress() {
        try (ServerSocket socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            return URI.create("rtmp://127.0.0.1:%d/live/x".formatted(socket.getLocalPort()));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Waits until somebody listens on an address, without connecting: the servers take one connection only. */
    public static void awaitListener(URI address) {
        Awaitility.await("a server listens on " + address)
                .atMost(Duration.ofSeconds(10))
                .pollInterval(Duration.ofMillis(20))
                .until(() -> isTaken(address.getPort()));
    }

    private static boolean isTaken(int port) {
        try (ServerSocket socket = new ServerSocket(port, 1, InetAddress.getLoopbackAddress())) {
            return !socket.isBound();
        } catch (IOException e) {
            return true;
        }
    }
}
