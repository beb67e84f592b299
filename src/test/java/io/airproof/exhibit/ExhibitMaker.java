package io.airproof.exhibit;

import com.fasterxml.jackson.databind.ObjectMapper;
import io.airproof.driver.ffmpeg.Ffmpeg;
import io.airproof.driver.ffmpeg.FfmpegException;
import io.airproof.driver.record.Recording;
import io.airproof.measure.Measured;
import io.airproof.measure.Reading;
import io.airproof.measure.ShownFrame;
import io.airproof.measure.Unmeasurable;
import io.airproof.media.CodedPicture;
import io.airproof.media.Sound;
import io.airproof.run.AnalysedBroadcast;
import io.airproof.run.Segment;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;

/** Makes the exhibit of one programme: a folder named after its stream. */
final class ExhibitMaker {
    private static final int PEAKS = 900;
    private static final double NANOS_PER_SECOND = 1e9;
    private static final ObjectMapper JSON = new ObjectMapper();

    private final AnalysedBroadcast analysed;
    private final Path folder;
    private final Tracks tracks;
    private final PictureStrip strip;
    private final List<String> missing = new ArrayList<>();

    ExhibitMaker(AnalysedBroadcast analysed, Path root, Ffmpeg ffmpeg) {
        this.analysed = analysed;
        this.folder = root.resolve(analysed.broadcast().streamId());
        this.tracks = new Tracks(ffmpeg);
        this.strip = new PictureStrip(ffmpeg);
    }

    /**
     * Writes the folder. What cannot be had is said in the exhibit.
     *
     * @throws UncheckedIOException when a file cannot be written; the message names it
     */
    void make() {
        try {
            Files.createDirectories(folder);
            Duration length = analysed.broadcast().programme().clip().duration();
            Exhibit exhibit = new Exhibit(
                    analysed.broadcast().programme().label(),
                    analysed.broadcast().streamId(),
                    seconds(length),
                    sounds(length),
                    analysed.segments().stream().map(this::fragment).toList(),
                    pictures(),
                    Messages.of(analysed.broadcast().wire()),
                    List.copyOf(missing));
            Files.writeString(folder.resolve("exhibit.json"), JSON.writeValueAsString(exhibit));
        } catch (IOException e) {
            throw new UncheckedIOException("The exhibit " + folder + " cannot be written: " + e.getMessage(), e);
        }
    }

    private List<Exhibit.Track> sounds(Duration length) {
        Sound source = analysed.broadcast().fixture().sound();
        List<Exhibit.Track> all = new ArrayList<>();
        track("source", source, all);
        List<Sound> dubs = analysed.segments().stream()
                .flatMap(segment -> segment.dub().toOptional().stream()
                        .filter(dub -> dub.sampleRate() == source.sampleRate())
                        .map(dub -> dub.startingAt(segment.start())))
                .toList();
        if (dubs.isEmpty()) {
            missing.add("No dub came back that could be decoded.");
        } else {
            track("dub", Tracks.laid(dubs, source.sampleRate(), length), all);
        }
        Reading<Sound> output = analysed.outputSound().flatMap(sound -> analysed.outputZero()
                .map(zero ->
                        Tracks.laid(List.of(sound.startingAt(sound.start().minus(zero))), sound.sampleRate(), length)));
        if (output instanceof Measured<Sound> heard) {
            track("output", heard.value(), all);
            tracks.write(heard.value().slice(Duration.ZERO, Segment.LENGTH), folder.resolve("excerpt.webm"));
        } else if (output instanceof Unmeasurable<Sound> none) {
            missing.add("The output cannot be heard: " + none.reason());
        }
        return all;
    }

    private void track(String id, Sound sound, List<Exhibit.Track> all) {
        String file = id + ".webm";
        try {
            tracks.write(sound, folder.resolve(file));
            all.add(new Exhibit.Track(id, file, seconds(sound.duration()), Peaks.of(sound, PEAKS)));
        } catch (FfmpegException e) {
            missing.add("The track \"" + id + "\" cannot be written: " + e.getMessage());
        }
    }

    private Exhibit.Fragment fragment(Segment segment) {
        Duration to = segment.start().plus(Segment.LENGTH);
        Duration end = analysed.broadcast().programme().clip().duration();
        List<Exhibit.OffsetAt> offsets = analysed.measuredOffsets(segment)
                .map(both -> both.both().stream()
                        .map(offset -> new Exhibit.OffsetAt(
                                seconds(offset.at()
                                        .minus(analysed.outputZero()
                                                .toOptional()
                                                .orElse(Duration.ZERO))),
                                offset.ms()))
                        .toList())
                .orElse(List.of());
        return new Exhibit.Fragment(
                segment.number(),
                seconds(segment.start()),
                seconds(to.compareTo(end) < 0 ? to : end),
                segment.text("status"),
                segment.text("transcript"),
                segment.text("translated_text"),
                segment.turnaround().map(ExhibitMaker::seconds).toOptional().orElse(-1.0),
                offsets);
    }

    private List<Exhibit.Picture> pictures() {
        Reading<Recording> recording = analysed.broadcast().recording();
        Reading<List<CodedPicture>> coded = analysed.outputPictures();
        List<ShownFrame> shown = analysed.pictureClock()
                .map(clock -> clock.frames())
                .toOptional()
                .orElse(List.of());
        if (recording instanceof Measured<Recording> file && coded instanceof Measured<List<CodedPicture>> pictures) {
            try {
                Duration zero = analysed.outputZero().toOptional().orElse(Duration.ZERO);
                return strip.write(file.value().file(), pictures.value(), shown, zero, folder);
            } catch (FfmpegException e) {
                missing.add("The pictures cannot be shown: " + e.getMessage());
                return List.of();
            }
        }
        missing.add("The output has no picture.");
        return List.of();
    }

    private static double seconds(Duration time) {
        return time.toNanos() / NANOS_PER_SECOND;
    }
}
