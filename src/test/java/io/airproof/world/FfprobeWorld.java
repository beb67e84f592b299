package io.airproof.world;

import io.airproof.driver.ffmpeg.Inspection;
import io.airproof.driver.ffmpeg.MediaInfo;
import io.airproof.driver.ffmpeg.StreamInfo;
import io.airproof.driver.ffmpeg.UndecodableException;
import io.airproof.fixture.Clip;
import io.airproof.measure.Level;
import io.airproof.measure.Reading;
import io.airproof.measure.SoundMatch;
import io.airproof.measure.StreamLength;
import io.airproof.media.Sound;
import io.airproof.run.AcceptanceRun;
import io.airproof.run.AnalysedBroadcast;
import io.airproof.run.OutputExcerpt;
import io.airproof.run.Segment;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;

/** ffprobe and what else looks into media: clips as files, and the output as a viewer received it. */
public final class FfprobeWorld {

    private static final double NANOS_PER_MS = 1e6;
    private static final Duration FORM_EXCERPT = Duration.ofSeconds(5);

    /** An AAC frame at the edge of a segment holds sound of both sides. */
    private static final Duration EDGE = Duration.ofMillis(25);

    /** What stands for the level of digital silence. */
    private static final double DIGITAL_SILENCE_DBFS = -120;

    private static final String FILE = "file in the cache";

    private final AcceptanceRun run;
    private final PublisherWorld publisher;
    private Optional<MediaInfo> clip = Optional.empty();

    public FfprobeWorld(CurrentRun run, PublisherWorld publisher) {
        this.run = run.get();
        this.publisher = publisher;
    }

    /** Looks into a clip as it lies in the cache. */
    public void inspect(Clip wanted) {
        clip = Optional.of(inspection().of(run.fixtures().get(wanted).mp4()));
    }

    /** Length of the inspected clip, in seconds. */
    public List<Figure> clipLength() {
        return List.of(Figure.seconds(FILE, Reading.measured(clip().duration())));
    }

    /** How many streams of a form the inspected clip has. */
    public List<Figure> clipStreams(StreamForm form) {
        return List.of(Figure.of(FILE, count(clip(), form)));
    }

    /** Width of the inspected clip's picture in pixels. */
    public List<Figure> clipWidth() {
        return property(StreamInfo.VideoStream.class, StreamInfo.VideoStream::width);
    }

    /** Height of the inspected clip's picture in pixels. */
    public List<Figure> clipHeight() {
        return property(StreamInfo.VideoStream.class, StreamInfo.VideoStream::height);
    }

    /** Pictures per second of the inspected clip. */
    public List<Figure> clipFrameRate() {
        return property(StreamInfo.VideoStream.class, StreamInfo.VideoStream::frameRate);
    }

    /** Samples per second of the inspected clip's sound. */
    public List<Figure> clipSampleRate() {
        return property(StreamInfo.AudioStream.class, StreamInfo.AudioStream::sampleRate);
    }

    /** Channels of the inspected clip's sound. */
    public List<Figure> clipChannels() {
        return property(StreamInfo.AudioStream.class, StreamInfo.AudioStream::channels);
    }

    /** How many streams of a form are in the first part of the output. */
    public List<Figure> outputStreams(Duration reading, StreamForm form) {
        Reading<Double> count = inspected(reading).map(media -> (double) count(media, form));
        return List.of(new Figure("first %d s of the output".formatted(reading.toSeconds()), count));
    }

    /** Samples per second of the output's sound, as ffprobe finds them in its first seconds. */
    public List<Figure> outputSampleRate() {
        return outputProperty(StreamInfo.AudioStream::sampleRate);
    }

    /** Channels of the output's sound, as ffprobe finds them in its first seconds. */
    public List<Figure> outputChannels() {
        return outputProperty(StreamInfo.AudioStream::channels);
    }

    private List<Figure> outputProperty(Function<StreamInfo.AudioStream, Number> property) {
        Reading<Double> value = inspected(FORM_EXCERPT).flatMap(media -> media.audio().stream()
                .findFirst()
                .<Reading<Double>>map(
                        stream -> Reading.measured(property.apply(stream).doubleValue()))
                .orElseGet(() -> Reading.unmeasurable("the output has no sound")));
        return List.of(new Figure("first %d s of the output".formatted(FORM_EXCERPT.toSeconds()), value));
    }

    /** Level of the output in each segment in which the source is silent, dBFS RMS. */
    public List<Figure> levelsWithoutSpeech() {
        AnalysedBroadcast broadcast = publisher.broadcast();
        Sound source = broadcast.broadcast().fixture().sound();
        return broadcast.segments().stream()
                .filter(segment -> Level.isSilent(
                        source.slice(segment.start(), segment.start().plus(segment.length()))))
                .map(segment -> new Figure(
                        segment.where(),
                        broadcast
                                .heard(segment, EDGE)
                                .map(part -> Math.max(DIGITAL_SILENCE_DBFS, Level.rmsDbfs(part)))))
                .toList();
    }

    /** First to last presentation time plus one frame, in seconds. */
    public List<Figure> outputLength() {
        AnalysedBroadcast broadcast = publisher.broadcast();
        return List.of(Figure.seconds("whole output", broadcast.outputPictures().flatMap(StreamLength::ofPictures)));
    }

    /** Correlation of the output with the returned dub, for each segment that the STS dubbed. */
    public List<Figure> dubInOutput() {
        return perDubbedSegment(AnalysedBroadcast::dubInOutput);
    }

    /** Correlation of the output with the returned dub, for each dubbed segment in which the source is not silent. */
    public List<Figure> spokenDubInOutput() {
        AnalysedBroadcast broadcast = publisher.broadcast();
        Sound source = broadcast.broadcast().fixture().sound();
        return broadcast.segments().stream()
                .filter(Segment::dubbed)
                .filter(segment -> !Level.isSilent(
                        source.slice(segment.start(), segment.start().plus(segment.length()))))
                .map(segment -> new Figure(
                        segment.where(), broadcast.dubInOutput(segment).map(SoundMatch::correlation)))
                .toList();
    }

    /** Correlation of the output with the source, for each segment that the STS dubbed. */
    public List<Figure> sourceInOutput() {
        return perDubbedSegment(AnalysedBroadcast::sourceInOutput);
    }

    /** How far each dub is heard from the place of its own segment, in ms, without sign. */
    public List<Figure> dubPlaces() {
        AnalysedBroadcast broadcast = publisher.broadcast();
        return broadcast.segments().stream()
                .filter(Segment::dubbed)
                .map(segment -> new Figure(
                        segment.where(), broadcast.dubInOutput(segment).flatMap(match -> broadcast
                                .outputZero()
                                .map(zero -> Math.abs(match.at()
                                                .minus(zero)
                                                .minus(segment.start())
                                                .toNanos()
                                        / NANOS_PER_MS)))))
                .toList();
    }

    private List<Figure> perDubbedSegment(
            java.util.function.BiFunction<AnalysedBroadcast, Segment, Reading<SoundMatch>> find) {
        AnalysedBroadcast broadcast = publisher.broadcast();
        return broadcast.segments().stream()
                .filter(Segment::dubbed)
                .map(segment -> new Figure(
                        segment.where(), find.apply(broadcast, segment).map(SoundMatch::correlation)))
                .toList();
    }

    /** What ffprobe finds in the first part of the output; a part without packets is no media. */
    private Reading<MediaInfo> inspected(Duration reading) {
        return publisher.broadcast().broadcast().recording().flatMap(recording -> {
            try {
                return Reading.measured(inspection().of(OutputExcerpt.write(recording, reading)));
            } catch (UndecodableException e) {
                return Reading.unmeasurable("the output cannot be inspected: " + e.getMessage());
            }
        });
    }

    private <T extends StreamInfo> List<Figure> property(Class<T> kind, Function<T, Number> property) {
        return clip().streams().stream()
                .filter(kind::isInstance)
                .map(kind::cast)
                .map(stream -> Figure.of(FILE, property.apply(stream).doubleValue()))
                .toList();
    }

    private static long count(MediaInfo media, StreamForm form) {
        return media.streams().stream().filter(form::fits).count();
    }

    private MediaInfo clip() {
        return clip.orElseThrow(() -> new IllegalStateException("no clip was inspected"));
    }

    private Inspection inspection() {
        return new Inspection(run.ffmpeg());
    }
}
