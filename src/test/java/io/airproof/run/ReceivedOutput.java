package io.airproof.run;

import io.airproof.driver.ffmpeg.Decoders;
import io.airproof.driver.ffmpeg.PictureDecoder;
import io.airproof.driver.ffmpeg.SoundDecoder;
import io.airproof.driver.ffmpeg.UndecodableException;
import io.airproof.driver.record.ArrivedTag;
import io.airproof.driver.record.Recording;
import io.airproof.fixture.Clip;
import io.airproof.fixture.FrameIndex;
import io.airproof.measure.FrameCode;
import io.airproof.measure.FrameNumbers;
import io.airproof.measure.Measured;
import io.airproof.measure.PictureClock;
import io.airproof.measure.Reading;
import io.airproof.measure.VideoIdentity;
import io.airproof.media.CodedPicture;
import io.airproof.media.CodedPictures;
import io.airproof.media.FlvCodec;
import io.airproof.media.FlvTag;
import io.airproof.media.Sound;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * What can be read from a recording of the output and the clip that it should show. Everything is read when it is first
 * asked for, once; what cannot be read says why.
 *
 * <p>Frames are known by their coded slices. Only pictures with other slices are decoded, and the number that is seen in
 * them is read: sound against picture can so be told of pictures that were coded again, and bit identity cannot.
 */
final class ReceivedOutput {

    private final FrameIndex index;
    private final Lazy<Reading<List<FlvTag>>> tags;
    private final Lazy<Reading<Sound>> sound;
    private final Lazy<Reading<List<CodedPicture>>> pictures;
    private final Lazy<FrameNumbers> readNumbers;
    private final Lazy<Reading<PictureClock>> clock;

    ReceivedOutput(Reading<Recording> recording, FrameIndex index, Decoders decoders) {
        this.index = index;
        this.tags = new Lazy<>(() -> recording.map(
                received -> received.tags().stream().map(ArrivedTag::tag).toList()));
        this.sound = new Lazy<>(() -> tags.get().flatMap(all -> decode(decoders.sound(), all)));
        this.pictures = new Lazy<>(
                () -> recording.flatMap(received -> tags.get().flatMap(all -> pictures(all, received.lastWords()))));
        this.readNumbers = new Lazy<>(() -> read(decoders.pictures()));
        this.clock = new Lazy<>(() -> pictures.get().map(all -> PictureClock.of(all, numbers(), Clip.FRAME_RATE)));
    }

    /** Every packet in order of arrival. */
    Reading<List<FlvTag>> tags() {
        return tags.get();
    }

    /** The sound at stream time. */
    Reading<Sound> sound() {
        return sound.get();
    }

    /** The coded pictures in order of arrival. */
    Reading<List<CodedPicture>> pictures() {
        return pictures.get();
    }

    /** Which frame of the clip a picture shows: by its slices, and where these are unknown by the number seen in it. */
    FrameNumbers numbers() {
        return index.or(picture -> readNumbers.get().numberOf(picture));
    }

    /** Which pictures are those of the clip. */
    Reading<VideoIdentity> identity() {
        return pictures.get()
                .map(all -> VideoIdentity.of(
                        all, index, picture -> readNumbers.get().numberOf(picture), index.count()));
    }

    /** Which moment of the source is seen at a moment of the output. */
    Reading<PictureClock> clock() {
        return clock.get();
    }

    /** Stream time at which the source begins: that of the first picture. */
    Reading<Duration> zero() {
        return pictures().map(all -> all.get(0).pts());
    }

    private FrameNumbers read(PictureDecoder decoder) {
        List<FlvTag> all = tags.get().toOptional().orElse(List.of());
        List<CodedPicture> coded = pictures.get().toOptional().orElse(List.of());
        Map<Integer, Reading<Integer>> seen =
                decoder.look(all, place -> index.numberOf(coded.get(place)).isEmpty(), FrameCode::read);
        Map<CodedPicture, Integer> numbers = new HashMap<>();
        seen.forEach((place, reading) -> {
            if (reading instanceof Measured<Integer> number) {
                numbers.put(coded.get(place), number.value());
            }
        });
        return FrameNumbers.of(numbers);
    }

    private static Reading<Sound> decode(SoundDecoder decoder, List<FlvTag> tags) {
        try {
            return Reading.measured(decoder.decodeFlv(tags));
        } catch (UndecodableException e) {
            return Reading.unmeasurable("the sound of the output does not decode: " + e.getMessage());
        }
    }

    private static Reading<List<CodedPicture>> pictures(List<FlvTag> tags, String lastWords) {
        List<CodedPicture> pictures = CodedPictures.of(tags);
        return pictures.isEmpty()
                ? Reading.unmeasurable(
                        "the output has no picture in H.264 among %d packets (its picture is coded as: %s); the recorder says: %s"
                                .formatted(tags.size(), FlvCodec.of(tags, FlvTag.Kind.VIDEO), lastWords))
                : Reading.measured(pictures);
    }
}
