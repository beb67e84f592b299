package io.airproof.media;

import java.time.Duration;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Stream;

/**
 * A clip ready to be published, and the slate that may be shown before it.
 *
 * @param tags sequence headers at 0 and the packets of the clip by time stamp, the first picture, if there is one, a key frame at 0
 * @param slate the packets of the slate from 0 on, without headers: it shares those of the clip
 * @param length how long the clip is: to the end of its last picture
 * @param slateLength when the clip starts if the slate goes first
 */
public record FlvClip(List<FlvTag> tags, List<FlvTag> slate, Duration length, Duration slateLength) {

    /** Order of packets on the wire: by time stamp, headers first, sound before picture at equal times. */
    public static final Comparator<FlvTag> WIRE_ORDER = Comparator.comparingInt(FlvTag::timestampMs)
            .thenComparing(tag -> !tag.isSequenceHeader())
            .thenComparing(FlvTag::kind);

    public FlvClip {
        tags = List.copyOf(tags);
        slate = List.copyOf(slate);
        tags.stream().filter(tag -> tag.isAvc() && tag.isMedia()).findFirst().ifPresent(first -> {
            if (!first.isKeyFrame() || first.timestampMs() != 0) {
                throw new IllegalArgumentException("a clip starts with a key frame at 0, not with " + first);
            }
        });
    }

    /** The decoder configurations that it begins with. */
    public List<FlvTag> headers() {
        return tags.stream().filter(FlvClip::isOpeningHeader).toList();
    }

    /** Everything after them, in order: packets, and decoder configurations that change on the way. */
    public List<FlvTag> afterHeaders() {
        return tags.stream().filter(tag -> !isOpeningHeader(tag)).toList();
    }

    private static boolean isOpeningHeader(FlvTag tag) {
        return tag.isSequenceHeader() && tag.timestampMs() == 0;
    }

    /** The packets of the clip without headers. */
    public List<FlvTag> media() {
        return tags.stream().filter(FlvTag::isMedia).toList();
    }

    /**
     * A part of the clip as a clip of its own.
     *
     * @param from a key frame is there
     * @param upTo not part of it any more
     */
    public FlvClip part(Duration from, Duration upTo) {
        int first = Math.toIntExact(from.toMillis());
        int end = Math.toIntExact(upTo.toMillis());
        List<FlvTag> kept = Stream.concat(
                        headers().stream(),
                        media().stream()
                                .filter(tag -> tag.timestampMs() >= first && tag.timestampMs() < end)
                                .map(tag -> tag.at(tag.timestampMs() - first)))
                .toList();
        Duration part = (upTo.compareTo(length) < 0 ? upTo : length).minus(from);
        return new FlvClip(kept, slate, part, slateLength);
    }
}
