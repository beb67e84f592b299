package io.airproof.driver.record;

import io.airproof.driver.ffmpeg.FfmpegProcess;
import io.airproof.media.FlvReader;
import io.airproof.media.FlvTag;
import io.airproof.media.FlvWriter;
import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;

/** A recording that goes on until the stream ends or it is closed. Closing it leaves nothing running. */
public final class RecordingInProgress implements AutoCloseable {

    private final URI source;
    private final Path file;
    private final FfmpegProcess reader;
    private final long mostBytes;
    private final Instant startedAt = Instant.now();
    private final CompletableFuture<Instant> firstPacketAt = new CompletableFuture<>();
    private final CompletableFuture<Recording> finished = new CompletableFuture<>();
    private final ArrivedTags arrived = new ArrivedTags();

    private RecordingInProgress(URI source, Path file, FfmpegProcess reader, long mostBytes) {
        this.mostBytes = mostBytes;
        this.source = source;
        this.file = file;
        this.reader = reader;
    }

    /** Reads until the stream ends, or until so many bytes of packets have come. */
    static RecordingInProgress begin(URI source, Path file, FfmpegProcess reader, long mostBytes) {
        RecordingInProgress recording = new RecordingInProgress(source, file, reader, mostBytes);
        Thread thread = new Thread(recording::record, "record-" + source.getPath());
        thread.setDaemon(true);
        thread.start();
        return recording;
    }

    /** Completes when the stream has ended or the recording was closed; exceptionally with {@link RecordException}. */
    public CompletableFuture<Recording> finished() {
        return finished;
    }

    /** Completes when the first packet of picture or sound has come; exceptionally if none ever does. */
    public CompletableFuture<Instant> firstPacketAt() {
        return firstPacketAt;
    }

    /** How many packets have come, sequence headers included. */
    public int tagCount() {
        return arrived.count();
    }

    /** The packets that have come so far. */
    public List<ArrivedTag> soFar() {
        return arrived.copy();
    }

    private void record() {
        try (reader;
                FlvReader in = new FlvReader(reader.output());
                FlvWriter out = new FlvWriter(Files.newOutputStream(file))) {
            for (Optional<FlvTag> next = in.next(); next.isPresent(); next = in.next()) {
                keep(next.get(), out);
            }
        } catch (IOException | RuntimeException e) {
            fail("it broke off after %d packets: %s".formatted(tagCount(), e.getMessage()), e);
        }
        if (firstPacketAt.isDone()) {
            finished.complete(
                    new Recording(source, arrived.copy(), file, startedAt, Instant.now(), reader.lastWords()));
        } else {
            fail("no packet came", null);
        }
    }

    private void keep(FlvTag tag, FlvWriter out) throws IOException {
        if (!belongs(tag)) {
            return;
        }
        Instant now = Instant.now();
        arrived.add(new ArrivedTag(tag, now));
        if (!tag.isSequenceHeader()) {
            firstPacketAt.complete(now);
        }
        out.write(tag);
        if (arrived.bytes() > mostBytes) {
            throw new IOException("it is longer than the %d bytes that are kept, at %d s of its time"
                    .formatted(mostBytes, tag.pts().toSeconds()));
        }
    }

    /** Pictures and sound with their parameters. What is coded in another way stays, so that it can be named. */
    private static boolean belongs(FlvTag tag) {
        boolean known = tag.isAvc() || tag.isAac();
        return known ? tag.isSequenceHeader() || tag.isMedia() : tag.kind() != FlvTag.Kind.SCRIPT;
    }

    private void fail(String what, @org.jspecify.annotations.Nullable Exception cause) {
        String message = "%s cannot be recorded: %s. ffmpeg: %s".formatted(source, what, reader.lastWords());
        RecordException failure = cause == null ? new RecordException(message) : new RecordException(message, cause);
        firstPacketAt.completeExceptionally(failure);
        finished.completeExceptionally(failure);
    }

    /** Ends the recording where it is; {@link #finished()} gives what has come. Does nothing if it has ended. */
    @Override
    public void close() {
        reader.close();
    }
}
