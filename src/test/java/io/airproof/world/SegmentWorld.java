package io.airproof.world;

import io.airproof.driver.ffmpeg.DecodedAudio;
import io.airproof.driver.ffmpeg.SoundDecoder;
import io.airproof.driver.ffmpeg.UndecodableException;
import io.airproof.driver.publish.PublicationRecord;
import io.airproof.driver.publish.SentPacket;
import io.airproof.driver.sts.SentFragmentContract;
import io.airproof.driver.sts.Violation;
import io.airproof.measure.Reading;
import io.airproof.measure.SoundFinder;
import io.airproof.measure.SoundMatch;
import io.airproof.media.FlvTag;
import io.airproof.media.Sound;
import io.airproof.run.AnalysedBroadcast;
import io.airproof.run.Segment;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.Optional;
import java.util.function.ToDoubleBiFunction;
import java.util.stream.IntStream;
import org.json.JSONObject;

/** How the source was cut: the fragments on the wire, held against the sound that was published. */
public final class SegmentWorld {

    private static final double NANOS_PER_MS = 1e6;
    private static final Duration SEARCH = Duration.ofMillis(500);
    private static final double MS_PER_SECOND = 1000;

    private final PublisherWorld publisher;
    private final SoundDecoder decoder;

    public SegmentWorld(CurrentRun run, PublisherWorld publisher) {
        this.publisher = publisher;
        this.decoder = new SoundDecoder(run.get().ffmpeg());
    }

    /** Decoded length of each fragment but the last, in ms. */
    public List<Figure> lengths() {
        List<Segment> all = segments();
        return all.stream()
                .limit(Math.max(0, all.size() - 1))
                .map(segment ->
                        Figure.milliseconds(segment.where(), segment.sent().map(Sound::duration)))
                .toList();
    }

    /** Decoded length of the last fragment, in seconds. */
    public List<Figure> lastLength() {
        List<Segment> all = segments();
        return all.isEmpty()
                ? List.of(Figure.none("last fragment", "no fragment was sent"))
                : List.of(Figure.seconds(
                        all.get(all.size() - 1).where(),
                        all.get(all.size() - 1).sent().map(Sound::duration)));
    }

    /** How far the start of each fragment, found in the published sound, is from its place on the grid, in ms. */
    public List<Figure> starts() {
        return audible(segment -> place(segment)
                .map(match -> Math.abs(match.at().minus(segment.start()).toNanos() / NANOS_PER_MS)));
    }

    /** How well each fragment is found in the published sound. */
    public List<Figure> likeness() {
        return audible(segment -> place(segment).map(SoundMatch::correlation));
    }

    /** How far {@code pts_ns} of each fragment is from its place on the grid, in ms. */
    public List<Figure> declaredStarts() {
        return segments().stream()
                .map(segment -> Figure.of(
                        segment.where(),
                        Math.abs(metadata(segment).optLong("pts_ns", Long.MIN_VALUE / 2) / NANOS_PER_MS
                                - segment.start().toNanos() / NANOS_PER_MS)))
                .toList();
    }

    /** The greatest change of a fragment's place against the one before, in ms: a lost or doubled sample shifts it. */
    public List<Figure> lagChanges() {
        List<Figure> changes = new ArrayList<>();
        Optional<Reading<SoundMatch>> before = Optional.empty();
        for (Segment segment : segments()) {
            if (publishedSound(segment) == Heard.NOTHING) {
                continue;
            }
            Reading<SoundMatch> now = place(segment);
            if (before.isPresent()) {
                Reading<Double> change = before.get()
                        .flatMap(earlier -> now.map(later -> Math.abs(later.at()
                                        .minus(earlier.at())
                                        .minus(segment.length())
                                        .toNanos()
                                / NANOS_PER_MS)));
                changes.add(new Figure(segment.where(), change));
            }
            before = Optional.of(now);
        }
        return List.copyOf(changes);
    }

    /** From the sending of a fragment's last packet of sound by the broadcaster to the fragment's own sending, in ms. */
    public List<Figure> cutLatencies() {
        Reading<PublicationRecord> published = publisher.broadcast().broadcast().publication();
        List<Segment> all = segments();
        return all.stream()
                .limit(Math.max(0, all.size() - 1)) // the last is cut when the source ends, not when its sound has come
                .map(segment -> Figure.milliseconds(segment.where(), published.flatMap(record -> lastPacket(
                                record, segment)
                        .map(at -> Duration.between(at, segment.fragment().at())))))
                .toList();
    }

    /** What is wrong with each fragment by the contract; the place names it. */
    public List<Figure> faults() {
        List<Figure> figures = new ArrayList<>();
        for (Segment segment : segments()) {
            List<Violation> faults = SentFragmentContract.faults(
                    segment.fragment().body(), segment.fragment().at());
            figures.add(Figure.of(segment.where() + (faults.isEmpty() ? "" : ": " + faults), faults.size()));
        }
        return List.copyOf(figures);
    }

    /** Fragment ids that were used before, numbers that are not the next. */
    public List<Figure> numbering() {
        List<Segment> all = segments();
        long ids = all.stream()
                .map(segment -> segment.fragment().text("fragment_id"))
                .distinct()
                .count();
        long holes = IntStream.range(0, all.size())
                .filter(place -> all.get(place).fragment().body().optLong("sequence_number", -1) != place)
                .count();
        return List.of(
                Figure.of("fragment_id used again", all.size() - ids),
                Figure.of("sequence_number not the next", holes));
    }

    /** Decoded rate minus declared rate of each fragment, in Hz, without sign. */
    public List<Figure> rateErrors() {
        return honest((audio, declared) -> Math.abs(audio.sampleRate() - declared.optDouble("sample_rate_hz")));
    }

    /** Decoded channels minus declared channels of each fragment, without sign. */
    public List<Figure> channelErrors() {
        return honest((audio, declared) -> Math.abs(audio.channels() - declared.optDouble("channels")));
    }

    /** Decoded length against declared length of each fragment, in ms, without sign. */
    public List<Figure> lengthErrors() {
        return honest((audio, declared) ->
                Math.abs(audio.sampleCount() * MS_PER_SECOND / audio.sampleRate() - declared.optDouble("duration_ms")));
    }

    private List<Figure> honest(ToDoubleBiFunction<DecodedAudio, JSONObject> error) {
        return segments().stream()
                .map(segment -> new Figure(
                        segment.where(), decoded(segment).map(audio -> error.applyAsDouble(audio, audio(segment)))))
                .toList();
    }

    private Reading<DecodedAudio> decoded(Segment segment) {
        try {
            return Reading.measured(
                    decoder.inspectM4a(Base64.getDecoder().decode(audio(segment).optString("data_base64"))));
        } catch (IllegalArgumentException | UndecodableException e) {
            return Reading.unmeasurable("the audio of the fragment does not decode: " + e.getMessage());
        }
    }

    private enum Heard {
        SOMETHING,
        NOTHING
    }

    private Heard publishedSound(Segment segment) {
        Sound part = publisher
                .broadcast()
                .broadcast()
                .fixture()
                .sound()
                .slice(segment.start(), segment.start().plus(segment.length()));
        return io.airproof.measure.Level.isSilent(part) ? Heard.NOTHING : Heard.SOMETHING;
    }

    private List<Figure> audible(java.util.function.Function<Segment, Reading<Double>> value) {
        return segments().stream()
                .filter(segment -> publishedSound(segment) == Heard.SOMETHING)
                .map(segment -> new Figure(segment.where(), value.apply(segment)))
                .toList();
    }

    private Reading<SoundMatch> place(Segment segment) {
        Sound source = publisher.broadcast().broadcast().fixture().sound();
        return segment.sent()
                .flatMap(sent -> SoundFinder.find(
                        sent,
                        source,
                        segment.start().minus(SEARCH),
                        segment.start().plus(SEARCH)));
    }

    private static Reading<Instant> lastPacket(PublicationRecord record, Segment segment) {
        Duration end = segment.start().plus(segment.length());
        return record.sent().stream()
                .filter(packet -> packet.kind() == FlvTag.Kind.AUDIO)
                .filter(packet -> packet.contentTime().compareTo(end) < 0)
                .map(SentPacket::at)
                .max(Instant::compareTo)
                .<Reading<Instant>>map(Reading::measured)
                .orElseGet(() -> Reading.unmeasurable("none of its sound was published"));
    }

    private static JSONObject audio(Segment segment) {
        return Optional.ofNullable(segment.fragment().body().optJSONObject("audio"))
                .orElseGet(JSONObject::new);
    }

    private static JSONObject metadata(Segment segment) {
        return Optional.ofNullable(segment.fragment().body().optJSONObject("metadata"))
                .orElseGet(JSONObject::new);
    }

    private List<Segment> segments() {
        AnalysedBroadcast broadcast = publisher.broadcast();
        return broadcast.segments();
    }
}
