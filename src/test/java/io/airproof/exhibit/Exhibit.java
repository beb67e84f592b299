package io.airproof.exhibit;

import com.fasterxml.jackson.annotation.JsonProperty;
import java.util.List;

/**
 * What there is to hear and see of a programme: the content of {@code exhibit.json}. All times are seconds of the clip,
 * whose first picture is at 0; those of the wire begin with its first event.
 *
 * @param programme what was broadcast, for people
 * @param stream name of the stream
 * @param length how long the clip is
 * @param tracks source, dub and output
 * @param fragments what was sent to the STS and what came back
 * @param pictures pictures of the output
 * @param wire what worker and STS said to each other
 * @param missing what could not be had, and why; a sentence each
 */
record Exhibit(
        String programme,
        String stream,
        @JsonProperty("length_s") double length,
        List<Track> tracks,
        List<Fragment> fragments,
        List<Picture> pictures,
        List<Message> wire,
        List<String> missing) {

    /**
     * A sound, beginning at 0.
     *
     * @param id source, dub or output
     * @param file its file, beside this one
     * @param length how long it is
     * @param peaks the greatest amplitude of each of equal parts, 0 to 100
     */
    record Track(
            String id,
            String file,
            @JsonProperty("length_s") double length,
            int[] peaks) {}

    /**
     * A fragment and its result.
     *
     * @param number place in the stream
     * @param from where it begins
     * @param to where it ends
     * @param status what the STS says of it; empty when it gave no result
     * @param transcript what was understood
     * @param translation what is said in its place
     * @param turnaround time to the result; negative when none came
     * @param offsets sound against picture, ms, positive when the sound is early; at its begin and end where measured
     */
    record Fragment(
            int number,
            @JsonProperty("from_s") double from,
            @JsonProperty("to_s") double to,
            String status,
            String transcript,
            String translation,
            @JsonProperty("turnaround_s") double turnaround,
            List<OffsetAt> offsets) {}

    /** An offset of sound against picture, in ms, and where. */
    record OffsetAt(@JsonProperty("at_s") double at, double ms) {}

    /**
     * A picture of the output.
     *
     * @param file its file, beside this one
     * @param at when it is shown
     * @param frame its number in the clip; -1 when it is no frame of the clip
     */
    record Picture(String file, @JsonProperty("at_s") double at, int frame) {}

    /**
     * An event on the wire.
     *
     * @param at when it passed
     * @param toSts whether it went from the worker to the STS
     * @param event its name
     * @param detail what it is about
     * @param fault whether the suite made it, changed it or held it up
     */
    record Message(
            @JsonProperty("at_s") double at,
            @JsonProperty("to_sts") boolean toSts,
            String event,
            String detail,
            boolean fault) {}
}
