package io.airproof.world;

import io.airproof.driver.ffmpeg.StreamInfo;
import java.util.function.Predicate;

/** A form that a stream of a file may have. */
public enum StreamForm {
    ANY(stream -> true),
    H264(stream ->
            stream instanceof StreamInfo.VideoStream video && video.codec().equals("h264")),
    AAC(stream ->
            stream instanceof StreamInfo.AudioStream audio && audio.codec().equals("aac"));

    private final Predicate<StreamInfo> test;

    StreamForm(Predicate<StreamInfo> test) {
        this.test = test;
    }

    boolean fits(StreamInfo stream) {
        return test.test(stream);
    }
}
