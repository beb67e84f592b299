package io.airproof.reference.media.worker;

import io.airproof.reference.media.segment.Cut;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.slf4j.spi.LoggingEventBuilder;

/** Log lines of one worker: each with its stream and run (contract section 9). */
final class StreamLog {

    private static final Logger LOG = LoggerFactory.getLogger(StreamLog.class);

    private final String streamId;
    private final String runId;

    StreamLog(String streamId, String runId) {
        this.streamId = streamId;
        this.runId = runId;
    }

    void info(String event, String message) {
        line(LOG.atInfo(), event).log(message);
    }

    void warn(String event, String message) {
        line(LOG.atWarn(), event).log(message);
    }

    void error(String event, String message) {
        line(LOG.atError(), event).log(message);
    }

    void error(String event, String message, Throwable cause) {
        line(LOG.atError(), event).setCause(cause).log(message);
    }

    void fragment(String event, String message, String id, int sequence, int segment) {
        line(LOG.atInfo(), event)
                .addKeyValue("fragment_id", id)
                .addKeyValue("sequence_number", sequence)
                .addKeyValue("segment_number", segment)
                .log(message);
    }

    void warnFragment(String event, String message, String id, int sequence, Cut cut) {
        line(LOG.atWarn(), event)
                .addKeyValue("fragment_id", id)
                .addKeyValue("sequence_number", sequence)
                .addKeyValue("segment_number", cut.number().orElse(-1))
                .log(message);
    }

    void segment(String event, String message, int segment) {
        line(LOG.atInfo(), event).addKeyValue("segment_number", segment).log(message);
    }

    private LoggingEventBuilder line(LoggingEventBuilder builder, String event) {
        return builder.addKeyValue("event", event)
                .addKeyValue("stream_id", streamId)
                .addKeyValue("run_id", runId);
    }
}
