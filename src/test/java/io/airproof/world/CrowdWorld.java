package io.airproof.world;

import io.airproof.driver.record.ArrivedTag;
import io.airproof.driver.record.Recording;
import io.airproof.evidence.Evidence;
import io.airproof.fixture.FrameIndex;
import io.airproof.measure.Reading;
import io.airproof.measure.SoundMatch;
import io.airproof.media.CodedPicture;
import io.airproof.media.CodedPictures;
import io.airproof.media.FlvTag;
import io.airproof.run.AcceptanceRun;
import io.airproof.run.AnalysedBroadcast;
import io.airproof.run.Desk;
import io.airproof.run.Programme;
import io.airproof.run.Segment;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.function.Function;
import java.util.function.Predicate;

/** Many at once: programmes side by side, and viewers of one output. */
public final class CrowdWorld {

    /** Some minutes for those on air before, and the programmes themselves. */
    private static final long PATIENCE_S = 900;

    private final AcceptanceRun run;
    private final Evidence evidence;
    private final PublisherWorld publisher;
    private List<Programme> group = List.of();
    private Optional<Desk.Seat> seat = Optional.empty();

    public CrowdWorld(CurrentRun run, Evidence evidence, PublisherWorld publisher) {
        this.run = run.get();
        this.evidence = evidence;
        this.publisher = publisher;
    }

    /** Puts them on air at the same time, and does not wait. */
    public void publish(List<Programme> programmes) {
        group = List.copyOf(programmes);
        var ignored = run.programmes().together(group);
    }

    /** For how long all of them were on air at the same time, in seconds: the load was there. */
    public List<Figure> together() {
        Reading<Instant> from = Reading.measured(Instant.MIN);
        Reading<Instant> upTo = Reading.measured(Instant.MAX);
        for (AnalysedBroadcast one : broadcasts()) {
            var published = one.broadcast().publication();
            from = from.flatMap(before -> published.map(record -> later(before, record.contentStartedAt())));
            upTo = upTo.flatMap(before -> published.map(record -> earlier(before, record.endedAt())));
        }
        Reading<Instant> end = upTo;
        return List.of(Figure.seconds(
                "all programmes", from.flatMap(begin -> end.map(last -> Duration.between(begin, last)))));
    }

    private static Instant later(Instant one, Instant other) {
        return one.isAfter(other) ? one : other;
    }

    private static Instant earlier(Instant one, Instant other) {
        return one.isBefore(other) ? one : other;
    }

    /** How well each dub is found in the output of its own programme; of the programmes from this one on. */
    public List<Figure> ownDubs(int first) {
        List<Figure> figures = new ArrayList<>();
        List<AnalysedBroadcast> all = broadcasts();
        for (int i = first; i < all.size(); i++) {
            for (Segment segment : all.get(i).segments()) {
                figures.add(new Figure(
                        "programme %d, %s".formatted(i + 1, segment.where()),
                        all.get(i).dubInOutput(segment).map(SoundMatch::correlation)));
            }
        }
        return List.copyOf(figures);
    }

    /** How well the dubs of other programmes are found in each output, at the place of the same segment. */
    public List<Figure> foreignDubs() {
        List<Figure> figures = new ArrayList<>();
        List<AnalysedBroadcast> all = broadcasts();
        for (int mine = 0; mine < all.size(); mine++) {
            for (int other = 0; other < all.size(); other++) {
                if (mine != other) {
                    AnalysedBroadcast heard = all.get(mine);
                    String where = "dub of programme %d in programme %d, ".formatted(other + 1, mine + 1);
                    all.get(other).segments().stream()
                            .skip(1)
                            .limit(1)
                            .forEach(segment -> figures.add(new Figure(
                                    where + segment.where(),
                                    segment.dub()
                                            .flatMap(dub -> heard.soundInOutput(dub, segment.start()))
                                            .map(SoundMatch::correlation))));
                }
            }
        }
        return List.copyOf(figures);
    }

    /** Sound against picture in every segment of every programme, but for the first, whose sound begins with its picture. */
    public List<Figure> offsets() {
        List<Figure> figures = new ArrayList<>();
        List<AnalysedBroadcast> all = broadcasts();
        for (int i = 0; i < all.size(); i++) {
            for (Segment segment : all.get(i).segments().stream().skip(1).toList()) {
                figures.add(new Figure(
                        "programme %d, %s".formatted(i + 1, segment.where()),
                        all.get(i).largestOffset(segment)));
            }
        }
        return List.copyOf(figures);
    }

    /** Results that came for the first programme: none, when its fault was active. */
    public List<Figure> resultsOfTheFirst() {
        return List.of(Figure.of(
                "programme 1",
                broadcasts().get(0).segments().stream()
                        .filter(one -> one.result().isPresent())
                        .count()));
    }

    /** The longest time between two pictures in each output from this one on, in ms. */
    public List<Figure> longestGaps(int first) {
        List<Figure> figures = new ArrayList<>();
        List<AnalysedBroadcast> all = broadcasts();
        for (int i = first; i < all.size(); i++) {
            figures.add(new Figure(
                    "programme " + (i + 1), all.get(i).broadcast().recording().flatMap(CrowdWorld::longestGap)));
        }
        return List.copyOf(figures);
    }

    /** From tuning in to the first picture, for each further viewer, in seconds. */
    public List<Figure> firstPictures() {
        return viewers(recording -> first(recording, tag -> tag.isAvc() && tag.isMedia()));
    }

    /** From tuning in to the first sound. */
    public List<Figure> firstSounds() {
        return viewers(recording -> first(recording, tag -> tag.isAac() && tag.isMedia()));
    }

    /** Frames that a viewer did not get, between the first and the last of the clip since then. */
    public List<Figure> framesMissed() {
        FrameIndex index = publisher.broadcast().broadcast().fixture().frames();
        return viewers(recording -> {
            List<CodedPicture> pictures = CodedPictures.of(
                    recording.tags().stream().map(ArrivedTag::tag).toList());
            List<Integer> numbers = pictures.stream()
                    .flatMapToInt(picture -> index.numberOf(picture).stream())
                    .boxed()
                    .toList();
            return numbers.isEmpty()
                    ? Reading.unmeasurable("it got no frame of the clip")
                    : Reading.measured((double) (index.count() - numbers.get(0) - numbers.size()));
        });
    }

    /** The longest time between two pictures, for each further viewer, in ms. */
    public List<Figure> viewersLongestGaps() {
        return viewers(CrowdWorld::longestGap);
    }

    private List<Figure> viewers(Function<Recording, Reading<Double>> what) {
        List<Figure> figures = new ArrayList<>();
        for (Reading<Recording> one : publisher.broadcast().broadcast().viewers()) {
            figures.add(new Figure("viewer " + (figures.size() + 1), one.flatMap(what)));
        }
        return List.copyOf(figures);
    }

    private static Reading<Double> first(Recording recording, Predicate<FlvTag> which) {
        return recording.tags().stream()
                .filter(arrived -> which.test(arrived.tag()))
                .findFirst()
                .<Reading<Double>>map(
                        arrived -> Reading.measured(Duration.between(recording.startedAt(), arrived.arrivedAt())
                                        .toNanos()
                                / 1e9))
                .orElseGet(() -> Reading.unmeasurable("it got none; its last words: " + recording.lastWords()));
    }

    private static Reading<Double> longestGap(Recording recording) {
        List<Instant> arrivals = recording.tags().stream()
                .filter(arrived -> arrived.tag().isAvc() && arrived.tag().isMedia())
                .map(ArrivedTag::arrivedAt)
                .toList();
        double longest = 0;
        for (int i = 1; i < arrivals.size(); i++) {
            longest = Math.max(
                    longest,
                    Duration.between(arrivals.get(i - 1), arrivals.get(i)).toNanos() / 1e6);
        }
        return arrivals.size() < 2 ? Reading.unmeasurable("fewer than two pictures came") : Reading.measured(longest);
    }

    /** What was recorded of each programme; waits for the end of all. */
    public List<AnalysedBroadcast> broadcasts() {
        List<AnalysedBroadcast> all = new ArrayList<>();
        try {
            for (var playing : run.programmes().together(group)) {
                AnalysedBroadcast one = playing.get(PATIENCE_S, TimeUnit.SECONDS);
                evidence.file(one.broadcast().wireFile());
                all.add(one);
            }
        } catch (ExecutionException e) {
            throw new IllegalStateException("a programme could not be played: " + e.getCause(), e.getCause());
        } catch (TimeoutException e) {
            throw new IllegalStateException("the programmes did not end within " + PATIENCE_S + " s", e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException("interrupted while the programmes were on air", e);
        }
        if (seat.isEmpty()) {
            try {
                seat = Optional.of(run.desk().take());
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
            }
        }
        return List.copyOf(all);
    }

    /** The scenario has measured what it wanted: others may. */
    public void leave() {
        seat.ifPresent(Desk.Seat::close);
        seat = Optional.empty();
    }
}
