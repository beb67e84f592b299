package io.airproof.fault.received;

import static io.airproof.fault.received.ReceivedClip.arrivals;
import static io.airproof.fault.received.ReceivedClip.besidePictures;
import static io.airproof.fault.received.ReceivedClip.pictures;
import static io.airproof.fault.received.ReceivedClip.stamps;
import static org.assertj.core.api.Assertions.assertThat;

import io.airproof.driver.ffmpeg.BundledFfmpeg;
import io.airproof.driver.ffmpeg.Ffmpeg;
import io.airproof.driver.record.ArrivedTag;
import io.airproof.media.CodedPicture;
import io.airproof.media.CodedPictures;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Test;

class ReceivedPictureFaultsTest {

    private static final int FRAME_BYTES = 320 * 180;

    private final Ffmpeg ffmpeg = BundledFfmpeg.get();

    @Test
    void pictures_coded_again_are_others_in_bits_at_the_same_times_and_show_the_same() {
        List<ArrivedTag> healthy = ReceivedClip.healthy(ffmpeg);
        List<ArrivedTag> coded = new ReceivedFaults(ffmpeg).videoReencoded(800).apply(healthy);

        assertThat(stamps(coded)).isEqualTo(stamps(healthy));
        assertThat(arrivals(coded)).isEqualTo(arrivals(healthy));
        assertThat(besidePictures(coded).stream().filter(packet -> packet.tag().isAac()))
                .isEqualTo(besidePictures(healthy).stream()
                        .filter(packet -> packet.tag().isAac())
                        .toList());
        List<CodedPicture> before = codedPictures(healthy);
        List<CodedPicture> after = codedPictures(coded);
        assertThat(after.stream().map(CodedPicture::pts))
                .isEqualTo(before.stream().map(CodedPicture::pts).toList());
        assertThat(after.stream().map(CodedPicture::keyFrame))
                .isEqualTo(before.stream().map(CodedPicture::keyFrame).toList());
        assertThat(after.stream().map(CodedPicture::key))
                .doesNotContainAnyElementsOf(
                        before.stream().map(CodedPicture::key).toList());

        byte[] lumaBefore = luma(healthy);
        byte[] lumaAfter = luma(coded);
        assertThat(lumaAfter).hasSize(pictures(healthy).size() * FRAME_BYTES).hasSameSizeAs(lumaBefore);
        for (int picture : List.of(0, 50, 119)) {
            double here = difference(lumaBefore, picture, lumaAfter, picture);
            assertThat(here).as("grey levels off in picture %d", picture).isLessThan(12);
            assertThat(here).isLessThan(difference(lumaBefore, (picture + 60) % 120, lumaAfter, picture));
        }
    }

    @Test
    void pictures_that_were_reordered_are_shown_at_the_same_times() {
        List<ArrivedTag> healthy = ReceivedClip.healthy(ffmpeg, ReceivedClip.RATE, 2);
        List<ArrivedTag> coded = new ReceivedFaults(ffmpeg).videoReencoded(800).apply(healthy);

        assertThat(codedPictures(healthy).stream().map(CodedPicture::pts).toList())
                .isNotEqualTo(presented(healthy));
        assertThat(codedPictures(coded).stream().map(CodedPicture::pts).toList())
                .isEqualTo(presented(healthy));
        assertThat(stamps(coded)).isEqualTo(stamps(healthy));
    }

    private static List<Duration> presented(List<ArrivedTag> received) {
        return codedPictures(received).stream().map(CodedPicture::pts).sorted().toList();
    }

    private static List<CodedPicture> codedPictures(List<ArrivedTag> received) {
        return CodedPictures.of(received.stream().map(ArrivedTag::tag).toList());
    }

    private byte[] luma(List<ArrivedTag> received) {
        return ffmpeg.run(
                "luma",
                List.of(
                        "-v",
                        "error",
                        "-f",
                        "flv",
                        "-i",
                        "pipe:0",
                        "-map",
                        "0:v",
                        "-fps_mode",
                        "passthrough",
                        "-pix_fmt",
                        "gray",
                        "-f",
                        "rawvideo",
                        "pipe:1"),
                FlvPipe.of(received.stream().map(ArrivedTag::tag).toList()),
                Duration.ofSeconds(30));
    }

    private static double difference(byte[] a, int pictureA, byte[] b, int pictureB) {
        double sum = 0;
        for (int i = 0; i < FRAME_BYTES; i++) {
            sum += Math.abs((a[pictureA * FRAME_BYTES + i] & 0xFF) - (b[pictureB * FRAME_BYTES + i] & 0xFF));
        }
        return sum / FRAME_BYTES;
    }
}
