package io.airproof.world;

import io.airproof.driver.metrics.Exposition;
import io.airproof.driver.metrics.TimedExposition;
import io.airproof.driver.tap.Direction;
import io.airproof.driver.tap.WireEvent;
import io.airproof.measure.Reading;
import io.airproof.run.Broadcast;
import io.airproof.run.Segment;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** The books of the media-service: whether its counters add up, and agree with what was seen and heard. */
public final class AccountWorld {

    private static final String PREFIX = "media_service_worker_";
    private static final String SCRAPE = "/metrics after the stream";

    /** From here on an output segment is the original (catalogue, DUB-076). */
    private static final double ORIGINAL = 0.95;

    private final PublisherWorld publisher;
    private final FallbackWorld fallback;

    public AccountWorld(PublisherWorld publisher, FallbackWorld fallback) {
        this.publisher = publisher;
        this.fallback = fallback;
    }

    /** Fragments sent less those answered, timed out and lost (contract §7). */
    public List<Figure> fragmentsUnaccounted() {
        return List.of(new Figure(
                SCRAPE,
                last().map(scrape -> Math.abs(sum(scrape, "sts_fragments_sent_total", Map.of())
                        - sum(scrape, "sts_fragments_processed_total", Map.of())
                        - sum(scrape, "sts_fragment_timeouts_total", Map.of())
                        - sum(scrape, "sts_fragments_lost_total", Map.of())))));
    }

    /** Audio segments cut less those published and dropped. */
    public List<Figure> segmentsUnaccounted() {
        return List.of(new Figure(
                SCRAPE,
                last().map(scrape -> Math.abs(sum(scrape, "segments_processed_total", Map.of("type", "audio"))
                        - sum(scrape, "segments_output_total", Map.of())
                        - sum(scrape, "segments_dropped_total", Map.of("type", "audio"))))));
    }

    /** Original segments published less the sum of fallbacks. */
    public List<Figure> fallbacksUnaccounted() {
        return List.of(new Figure(
                SCRAPE,
                last().map(scrape -> Math.abs(sum(scrape, "segments_output_total", Map.of("audio", "original"))
                        - sum(scrape, "fallbacks_total", Map.of())))));
    }

    /** What the counter of sent fragments shows, less what the tap has seen. */
    public List<Figure> sentAgainstTheWire() {
        int seen = publisher.broadcast().segments().size();
        return List.of(new Figure(
                SCRAPE, last().map(scrape -> Math.abs(sum(scrape, "sts_fragments_sent_total", Map.of()) - seen))));
    }

    /** The counter of fallbacks for a reason. */
    public List<Figure> fallbacks(String reason) {
        return List.of(
                new Figure(SCRAPE, last().map(scrape -> sum(scrape, "fallbacks_total", Map.of("reason", reason)))));
    }

    /** Fallbacks of all reasons, less the segments in which the viewer hears the original. */
    public List<Figure> fallbacksAgainstTheEar() {
        Reading<Integer> heard = fallback.originals(ORIGINAL);
        return List.of(new Figure(
                "the whole output",
                last().flatMap(scrape ->
                        heard.map(count -> Math.abs(sum(scrape, "fallbacks_total", Map.of()) - count)))));
    }

    /** Confirmations of each result with another word than this, missing or too many: for these fragments. */
    public List<Figure> wrongConfirmations(Set<Integer> fragments, String word) {
        List<Figure> figures = new ArrayList<>();
        for (Segment segment : answered(fragments)) {
            List<WireEvent> acks = acknowledgements(segment);
            boolean right = acks.size() == 1 && acks.get(0).text("status").equals(word);
            figures.add(Figure.of(
                    segment.where() + ": "
                            + acks.stream().map(ack -> ack.text("status")).toList(),
                    right ? 0 : 1));
        }
        return List.copyOf(figures);
    }

    /** From each result of these fragments to its confirmation, in ms. */
    public List<Figure> confirmationTimes(Set<Integer> fragments) {
        return answered(fragments).stream()
                .map(segment -> Figure.milliseconds(
                        segment.where(),
                        acknowledgements(segment).stream()
                                .findFirst()
                                .<Reading<Duration>>map(ack -> Reading.measured(
                                        Duration.between(segment.answeredAt().orElseThrow(), ack.at())))
                                .orElseGet(() -> Reading.unmeasurable("it was not confirmed"))))
                .toList();
    }

    private List<Segment> answered(Set<Integer> fragments) {
        return publisher.broadcast().segments().stream()
                .filter(segment -> segment.result().isPresent() && fragments.contains(segment.number()))
                .toList();
    }

    private List<WireEvent> acknowledgements(Segment segment) {
        return broadcast().wire().stream()
                .filter(event -> event.direction() == Direction.WORKER_TO_STS
                        && event.name().equals("fragment:ack")
                        && event.text("fragment_id").equals(segment.fragment().text("fragment_id")))
                .toList();
    }

    private Reading<Exposition> last() {
        return broadcast().finalMetrics().map(TimedExposition::exposition);
    }

    private double sum(Exposition scrape, String name, Map<String, String> labels) {
        Map<String, String> all = new HashMap<>(labels);
        all.put("stream_id", broadcast().streamId());
        return scrape.sum(PREFIX + name, all).orElse(0);
    }

    private Broadcast broadcast() {
        return publisher.broadcast().broadcast();
    }
}
