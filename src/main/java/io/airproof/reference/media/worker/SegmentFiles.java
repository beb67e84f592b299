package io.airproof.reference.media.worker;

import io.airproof.reference.media.av.AudioFiles;
import io.airproof.reference.media.av.EncodedTrack;
import io.airproof.reference.media.av.Pcm;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;

/** The audio files of one stream (contract 5.2): fragments and dubs, deleted at the end unless they are to be kept. */
final class SegmentFiles {

    private final Path folder;
    private final boolean keep;

    SegmentFiles(Path root, String streamId, boolean keep) {
        this.folder = root.resolve(streamId);
        this.keep = keep;
    }

    /** Writes a segment's sound and gives back the file's bytes. */
    byte[] write(int segment, EncodedTrack sound) {
        Path file = file(segment, "_audio.m4a");
        try {
            Files.createDirectories(folder);
            AudioFiles.writeM4a(file, sound);
            return Files.readAllBytes(file);
        } catch (IOException e) {
            throw new UncheckedIOException("the segment file " + file + " could not be written", e);
        }
    }

    /** Keeps a dub and decodes it. */
    Pcm dub(int segment, byte[] bytes) {
        Path file = file(segment, "_audio_dubbed.m4a");
        try {
            Files.createDirectories(folder);
            Files.write(file, bytes);
        } catch (IOException e) {
            throw new UncheckedIOException("the segment file " + file + " could not be written", e);
        }
        return AudioFiles.read(file);
    }

    /** Deletes what is not to be kept. */
    void delete() throws IOException {
        if (keep) {
            return;
        }
        try (DirectoryStream<Path> files = Files.newDirectoryStream(folder)) {
            for (Path file : files) {
                Files.deleteIfExists(file);
            }
            Files.deleteIfExists(folder);
        } catch (NoSuchFileException e) {
            // Nothing was ever written.
        }
    }

    private Path file(int segment, String suffix) {
        return folder.resolve("%06d%s".formatted(segment, suffix));
    }
}
