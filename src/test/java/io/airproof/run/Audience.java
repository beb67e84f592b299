package io.airproof.run;

import io.airproof.driver.record.Recording;
import io.airproof.driver.record.RecordingInProgress;
import io.airproof.driver.record.StreamRecorder;
import io.airproof.measure.Reading;
import java.net.URI;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;

/** Viewers who tune in while a programme is on air. */
public final class Audience implements AutoCloseable {

    private final StreamRecorder recorder;
    private final URI output;
    private final Path folder;
    private final String streamId;
    private final List<RecordingInProgress> viewers = new CopyOnWriteArrayList<>();

    Audience(StreamRecorder recorder, URI output, Path folder, String streamId) {
        this.recorder = recorder;
        this.output = output;
        this.folder = folder;
        this.streamId = streamId;
    }

    /** One more viewer tunes in. */
    public void grow() {
        Path file = folder.resolve("%s-viewer-%02d.flv".formatted(streamId, viewers.size()));
        viewers.add(recorder.start(output, file));
    }

    /** What each of them got; waits for the end of the output, but not longer than this for each. */
    List<Reading<Recording>> recordings(Duration atMost) {
        List<Reading<Recording>> all = new ArrayList<>();
        for (RecordingInProgress viewer : viewers) {
            all.add(recording(viewer, atMost));
        }
        return List.copyOf(all);
    }

    private static Reading<Recording> recording(RecordingInProgress viewer, Duration atMost) {
        try {
            return Reading.measured(viewer.finished().get(atMost.toMillis(), TimeUnit.MILLISECONDS));
        } catch (ExecutionException e) {
            return Reading.unmeasurable("a viewer got nothing: " + e.getCause());
        } catch (TimeoutException e) {
            return Reading.unmeasurable("a viewer's stream did not end within " + atMost.toSeconds() + " s");
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return Reading.unmeasurable("the run was interrupted");
        }
    }

    @Override
    public void close() {
        viewers.forEach(RecordingInProgress::close);
    }
}
