package io.airproof.world;

import io.airproof.driver.ffmpeg.Inspection;
import io.airproof.driver.ffmpeg.SoundDecoder;
import io.airproof.driver.ffmpeg.UndecodableException;
import io.airproof.driver.record.ArrivedTag;
import io.airproof.driver.record.Recording;
import io.airproof.measure.Reading;
import io.airproof.media.Sound;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;

/** What is in a recording that is not the programme's own. Each is decoded once. */
public final class Decoding {

    private final SoundDecoder decoder;
    private final Inspection inspection;
    private final Map<Path, Reading<Sound>> sounds = new ConcurrentHashMap<>();

    public Decoding(CurrentRun run) {
        this.decoder = new SoundDecoder(run.get().ffmpeg());
        this.inspection = new Inspection(run.get().ffmpeg());
    }

    /** Its sound, at the time stamps of its packets. */
    Reading<Sound> sound(Recording recording) {
        return sounds.computeIfAbsent(recording.file(), file -> decode(recording));
    }

    private Reading<Sound> decode(Recording recording) {
        try {
            return Reading.measured(decoder.decodeFlv(
                    recording.tags().stream().map(ArrivedTag::tag).toList()));
        } catch (UndecodableException e) {
            return Reading.unmeasurable("the sound does not decode: " + e.getMessage());
        }
    }

    /** When the first key frame of this width arrived. */
    Reading<Instant> firstPicture(Recording recording, int width) {
        try {
            return inspection.keyFrames(recording.file()).stream()
                    .filter(frame -> frame.width() == width)
                    .findFirst()
                    .flatMap(frame -> arrival(recording, frame.pts()))
                    .<Reading<Instant>>map(Reading::measured)
                    .orElseGet(() -> Reading.unmeasurable("no picture is " + width + " pixels wide"));
        } catch (UndecodableException e) {
            return Reading.unmeasurable("the recording cannot be read: " + e.getMessage());
        }
    }

    private static Optional<Instant> arrival(Recording recording, Duration pts) {
        return recording.tags().stream()
                .filter(arrived -> arrived.tag().isKeyFrame()
                        && Math.abs(arrived.tag().pts().minus(pts).toMillis()) <= 1)
                .map(ArrivedTag::arrivedAt)
                .findFirst();
    }
}
