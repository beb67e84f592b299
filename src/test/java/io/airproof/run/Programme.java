package io.airproof.run;

import io.airproof.fixture.Clip;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * What is broadcast, through which STS and under which conditions: the identity of a run.
 *
 * <p>Scenarios whose programmes are equal share one publication and its recording.
 *
 * @param clip what the broadcaster publishes
 * @param sts which STS answers
 * @param start when the content begins
 * @param interference what the tap does between worker and STS
 * @param settings settings of the media-service
 * @param incidents what happens while it is on air
 * @param intermission when the broadcaster is away
 * @param alteration what is wrong with the source
 */
public record Programme(
        Clip clip,
        StsProfile sts,
        Start start,
        Interference interference,
        ServiceSettings settings,
        List<Incident> incidents,
        Optional<Intermission> intermission,
        Optional<Alteration> alteration) {

    /** A stream id has at most 50 characters in a path (contract dubbing §3.1), and the run adds nine. */
    private static final int LONGEST_SLUG = 40;

    public Programme {
        incidents = List.copyOf(incidents);
    }

    /** A cued programme on the shared services, without interference. */
    public static Programme of(Clip clip, StsProfile sts) {
        return new Programme(
                clip,
                sts,
                Start.CUED,
                Interference.NONE,
                ServiceSettings.STANDARD,
                List.of(),
                Optional.empty(),
                Optional.empty());
    }

    /** The same without a cue. */
    public Programme uncued() {
        return new Programme(clip, sts, Start.UNCUED, interference, settings, incidents, intermission, alteration);
    }

    /** The same with this interference on top. */
    public Programme with(Interference other) {
        return new Programme(clip, sts, start, interference.and(other), settings, incidents, intermission, alteration);
    }

    /** The same with a media-service of these settings. */
    public Programme on(ServiceSettings other) {
        return new Programme(clip, sts, start, interference, other, incidents, intermission, alteration);
    }

    /** The same with one more incident. */
    public Programme with(Incident incident) {
        List<Incident> more = new ArrayList<>(incidents);
        more.add(incident);
        return new Programme(clip, sts, start, interference, settings, more, intermission, alteration);
    }

    /** The same, with the broadcaster away for a while. */
    public Programme with(Intermission away) {
        return new Programme(clip, sts, start, interference, settings, incidents, Optional.of(away), alteration);
    }

    /** The same, with something wrong with the source. */
    public Programme with(Alteration wrong) {
        return new Programme(clip, sts, start, interference, settings, incidents, intermission, Optional.of(wrong));
    }

    /** A name fit for a stream id: letters, digits and dashes, at most 40; equal only for equal programmes. */
    public String slug() {
        String plain = (clip.name() + "-" + sts.name()).toLowerCase(Locale.ROOT).replace('_', '-');
        String conditions = conditions();
        return conditions.isEmpty()
                ? plain
                : plain.substring(0, Math.min(plain.length(), LONGEST_SLUG - 9))
                        + "-%08x".formatted(conditions.hashCode());
    }

    /** A name for people. */
    public String label() {
        String conditions = conditions();
        return clip.label()
                + switch (sts) {
                    case DUBBING -> "";
                    case ECHO -> ", echoed";
                    case TUNE -> ", dubbed with tunes";
                }
                + (conditions.isEmpty() ? "" : ", " + conditions);
    }

    /** What it runs under, in words; empty text for a programme on the shared services that nothing disturbs. */
    public String conditions() {
        return Stream.of(
                        Stream.of(start == Start.UNCUED ? "without a cue" : ""),
                        Stream.of(interference.equals(Interference.NONE) ? "" : interference.name()),
                        Stream.of(settings.label()),
                        incidents.stream()
                                .map(incident ->
                                        incident.name() + " at " + incident.at().toMillis() + " ms"),
                        intermission.stream().map(away -> "away at %d ms for %d ms"
                                .formatted(away.at().toMillis(), away.length().toMillis())),
                        alteration.stream().map(Alteration::name))
                .flatMap(one -> one)
                .filter(one -> !one.isEmpty())
                .collect(Collectors.joining(", "));
    }
}
