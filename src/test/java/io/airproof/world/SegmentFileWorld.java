package io.airproof.world;

import io.airproof.driver.ffmpeg.DecodedAudio;
import io.airproof.driver.ffmpeg.SoundDecoder;
import io.airproof.driver.ffmpeg.UndecodableException;
import io.airproof.measure.Reading;
import io.airproof.run.AcceptanceRun;
import io.airproof.run.Broadcast;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** The segment files of a programme that are left when it is over (contract dubbing §5.2). */
public final class SegmentFileWorld {

    private static final List<String> KINDS = List.of("audio", "audio_dubbed");

    private final AcceptanceRun run;
    private final PublisherWorld publisher;
    private final SoundDecoder decoder;

    public SegmentFileWorld(CurrentRun run, PublisherWorld publisher) {
        this.run = run.get();
        this.publisher = publisher;
        this.decoder = new SoundDecoder(this.run.ffmpeg());
    }

    /** Files that are missing, or that nobody asked for; the place names them. */
    public List<Figure> unexpectedFiles() {
        Set<String> wanted = new TreeSet<>(wanted());
        Set<String> there = files();
        Set<String> wrong = new TreeSet<>(wanted);
        wrong.addAll(there);
        wrong.removeIf(name -> wanted.contains(name) && there.contains(name));
        return List.of(
                wanted.isEmpty()
                        ? Figure.none("segment files", "no fragment was sent")
                        : Figure.of(wrong.isEmpty() ? "segment files" : "segment files: " + wrong, wrong.size()));
    }

    /** The decoded length of each file, in seconds. */
    public List<Figure> lengths() {
        return wanted().stream()
                .map(name -> Figure.seconds(name, decode(name).map(DecodedAudio::duration)))
                .toList();
    }

    private Reading<DecodedAudio> decode(String name) {
        try {
            return Reading.measured(decoder.inspectM4a(Files.readAllBytes(folder().resolve(name))));
        } catch (UndecodableException e) {
            return Reading.unmeasurable("it does not decode: " + e.getMessage());
        } catch (IOException e) {
            return Reading.unmeasurable("it cannot be read: " + e.getMessage());
        }
    }

    private List<String> wanted() {
        return publisher.broadcast().segments().stream()
                .flatMap(segment -> KINDS.stream().map(kind -> "%06d_%s.m4a".formatted(segment.number(), kind)))
                .toList();
    }

    private Set<String> files() {
        if (!Files.isDirectory(folder())) {
            return Set.of();
        }
        try (Stream<Path> all = Files.list(folder())) {
            return all.map(file -> String.valueOf(file.getFileName())).collect(Collectors.toSet());
        } catch (IOException e) {
            throw new UncheckedIOException("the segment files cannot be listed: " + e.getMessage(), e);
        }
    }

    private Path folder() {
        Broadcast broadcast = publisher.broadcast().broadcast();
        return run.site(broadcast.programme().settings()).segments().resolve(broadcast.streamId());
    }
}
