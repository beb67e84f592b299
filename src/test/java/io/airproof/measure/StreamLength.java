package io.airproof.measure;

import io.airproof.media.CodedPicture;
import io.airproof.media.FlvTag;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;

/**
 * How long a recorded stream lasts: from the first to the last presentation time, plus one frame (DUB-007, DUB-008).
 * Worst error found by the tests, for any length, rate and order of packets: 1 ms, which is the grid of FLV at both ends.
 *
 * @param video by the pictures
 * @param audio by the frames of sound; a frame that only opens the stream counts, so this may exceed the programme
 * @param combined from the earlier start to the later end
 */
public record StreamLength(Duration video, Duration audio, Duration combined) {

    private static final int SAMPLES_PER_AAC_FRAME = 1024;
    private static final int[] AAC_RATES = {
        96000, 88200, 64000, 48000, 44100, 32000, 24000, 22050, 16000, 12000, 11025, 8000, 7350
    };

    private record Span(Duration from, Duration to) {
        Duration length() {
            return to.minus(from);
        }
    }

    /** The length of a recording; unmeasurable unless it has two pictures and two frames of sound. */
    public static Reading<StreamLength> of(List<CodedPicture> pictures, List<FlvTag> tags) {
        return pictureSpan(pictures).flatMap(video -> soundSpan(tags).map(audio -> {
            Duration from = video.from.compareTo(audio.from) < 0 ? video.from : audio.from;
            Duration to = video.to.compareTo(audio.to) > 0 ? video.to : audio.to;
            return new StreamLength(video.length(), audio.length(), to.minus(from));
        }));
    }

    /** The length of the pictures alone. */
    public static Reading<Duration> ofPictures(List<CodedPicture> pictures) {
        return pictureSpan(pictures).map(Span::length);
    }

    /** The length of the sound alone. */
    public static Reading<Duration> ofSound(List<FlvTag> tags) {
        return soundSpan(tags).map(Span::length);
    }

    private static Reading<Span> pictureSpan(List<CodedPicture> pictures) {
        List<Duration> times = pictures.stream().map(CodedPicture::pts).sorted().toList();
        if (times.size() < 2) {
            return Reading.unmeasurable("a length needs two pictures, there are " + times.size());
        }
        return Reading.measured(span(times, medianStep(times)));
    }

    private static Reading<Span> soundSpan(List<FlvTag> tags) {
        List<Duration> times = tags.stream()
                .filter(tag -> tag.isAac() && tag.isMedia())
                .map(FlvTag::pts)
                .sorted()
                .toList();
        if (times.size() < 2) {
            return Reading.unmeasurable("a length needs two frames of sound, there are " + times.size());
        }
        Duration frame = tags.stream()
                .filter(tag -> tag.isAac() && tag.isSequenceHeader() && tag.payload().length >= 2)
                .findFirst()
                .flatMap(StreamLength::aacFrame)
                .orElseGet(() -> medianStep(times));
        return Reading.measured(span(times, frame));
    }

    /** From the sampling frequency index of the AudioSpecificConfig (ISO/IEC 14496-3, 1.6.2.1). */
    private static Optional<Duration> aacFrame(FlvTag header) {
        byte[] config = header.payload();
        int index = (config[0] & 0x07) << 1 | (config[1] & 0x80) >> 7;
        return index < AAC_RATES.length
                ? Optional.of(Times.samples(SAMPLES_PER_AAC_FRAME, AAC_RATES[index]))
                : Optional.empty();
    }

    private static Span span(List<Duration> sorted, Duration frame) {
        return new Span(sorted.get(0), sorted.get(sorted.size() - 1).plus(frame));
    }

    private static Duration medianStep(List<Duration> sorted) {
        List<Duration> steps = IntStream.range(1, sorted.size())
                .mapToObj(i -> sorted.get(i).minus(sorted.get(i - 1)))
                .toList();
        return Percentiles.median(steps).orElseThrow();
    }
}
