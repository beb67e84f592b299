package io.airproof.driver.ffmpeg;

import java.time.Duration;
import java.util.List;

/**
 * What a media file holds.
 *
 * @param format ffmpeg's name of the container, for example {@code mov,mp4,m4a,3gp,3g2,mj2}
 * @param duration length the container states, zero if it states none
 * @param streams in the order of the file
 */
public record MediaInfo(String format, Duration duration, List<StreamInfo> streams) {

    public MediaInfo {
        streams = List.copyOf(streams);
    }

    /** The picture streams. */
    public List<StreamInfo.VideoStream> video() {
        return only(StreamInfo.VideoStream.class);
    }

    /** The sound streams. */
    public List<StreamInfo.AudioStream> audio() {
        return only(StreamInfo.AudioStream.class);
    }

    private <T extends StreamInfo> List<T> only(Class<T> kind) {
        return streams.stream().filter(kind::isInstance).map(kind::cast).toList();
    }
}
