package io.airproof.driver.publish;

import io.airproof.media.FlvClip;
import io.airproof.media.FlvTag;
import java.time.Duration;
import java.util.List;
import java.util.stream.Stream;

/** What goes out in which order: headers, slate if there is a cue, content. */
record Playout(FlvClip clip, Cue cue, Pace pace) {

    /** Two pictures and as much sound: enough for ffmpeg to connect. */
    private static final int OPENING_MS = 50;

    /** Time stamp of content frame 0. */
    Duration contentOffset() {
        return isCued() ? clip.slateLength() : Duration.ZERO;
    }

    /**
     * What is sent ahead of the clock: headers, and the slate if there is a cue. Without one the first packets of
     * content go with the headers, since ffmpeg connects when it has seen media.
     */
    List<FlvTag> lead() {
        Stream<FlvTag> first =
                isCued() ? clip.slate().stream() : clip.afterHeaders().stream().filter(Playout::isOpening);
        return Stream.concat(clip.headers().stream(), first).toList();
    }

    /** Packets of the content on the clock, at the time stamps they are published with. */
    List<FlvTag> content() {
        int offset = Math.toIntExact(contentOffset().toMillis());
        return clip.afterHeaders().stream()
                .filter(tag -> isCued() || !isOpening(tag))
                .map(tag -> tag.at(tag.timestampMs() + offset))
                .toList();
    }

    /** When a packet of content is to be sent, from the start of content. */
    Duration due(FlvTag tag) {
        return pace == Pace.BURST
                ? Duration.ZERO
                : Duration.ofMillis(tag.timestampMs()).minus(contentOffset());
    }

    /** When the stream is closed, from the start of content. */
    Duration contentEnd() {
        return pace == Pace.BURST ? Duration.ZERO : clip.length();
    }

    /** Packets of a kind in the content. */
    int count(FlvTag.Kind kind) {
        return (int) clip.media().stream().filter(tag -> tag.kind() == kind).count();
    }

    private boolean isCued() {
        return cue instanceof Cue.ReaderAttached;
    }

    private static boolean isOpening(FlvTag tag) {
        return tag.timestampMs() <= OPENING_MS;
    }
}
