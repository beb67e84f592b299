package io.airproof.evidence;

import io.cucumber.java.Scenario;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Consumer;

/**
 * What one scenario proves. One object per scenario, made by PicoContainer.
 *
 * <p>A hook binds it with {@link #attachTo} before the first step and calls {@link #requireMeasured} after the last one.
 * Everything proven is attached to the scenario, so that the report needs no other channel; what is proven before the
 * binding is attached when it is made.
 */
public final class Evidence {
    private final List<Measurement> measurements = new ArrayList<>();
    private final List<String> files = new ArrayList<>();
    private final List<Attachment> waiting = new ArrayList<>();
    private KnownDefects defects = new KnownDefects(Map.of());
    private Optional<Consumer<Attachment>> sink = Optional.empty();

    /** An attachment on its way to the scenario. */
    public record Attachment(String body, String mediaType, String name) {}

    /** Requirements that are known to be broken: breaking them does not make the scenario red, keeping them does. */
    public synchronized void expectDefects(KnownDefects known) {
        defects = known;
    }

    /** Attaches everything, also what came before, to this scenario. */
    public void attachTo(Scenario scenario) {
        bind(attachment -> scenario.attach(attachment.body(), attachment.mediaType(), attachment.name()));
    }

    /** Hands every attachment, also those that came before, to this receiver. */
    public synchronized void bind(Consumer<Attachment> receiver) {
        sink = Optional.of(receiver);
        waiting.forEach(receiver);
        waiting.clear();
    }

    /**
     * Records the measurement and fails the scenario when its limit is broken.
     *
     * @throws AssertionError with the {@link FailureText} when the limit is broken
     */
    public void prove(Measurement measurement) {
        proveAll(List.of(measurement));
    }

    /**
     * Records all measurements, then fails once with everything that is broken.
     *
     * @throws AssertionError when at least one limit is broken
     * @throws KnownDefectException when all that is broken is known to be
     * @throws IllegalArgumentException when there is nothing to prove: an empty list would be a silent pass
     */
    public synchronized void proveAll(List<Measurement> taken) {
        if (taken.isEmpty()) {
            throw new IllegalArgumentException(
                    "Nothing to prove: an empty list of measurements must not pass. Say why with notMeasured.");
        }
        taken.forEach(this::record);
        List<Measurement> broken = taken.stream().filter(one -> !one.kept()).toList();
        if (!broken.isEmpty()) {
            String text = FailureText.ofAll(broken, taken.size(), files);
            if (broken.stream().allMatch(one -> defects.links().containsKey(one.requirement()))) {
                throw new KnownDefectException(
                        defects.links().getOrDefault(broken.get(0).requirement(), ""), text);
            }
            throw new AssertionError(text);
        }
    }

    /**
     * Fails a scenario that passed although it has a known defect: the list is out of date then. For a hook after the last
     * step of a scenario that has not failed otherwise.
     *
     * @throws AssertionError naming the requirements
     */
    public synchronized void requireDefects() {
        if (!defects.links().isEmpty()) {
            throw new AssertionError("The known defect no longer shows: take "
                    + String.join(", ", defects.links().keySet())
                    + " off the list of known defects, or the tag @known-defect away.");
        }
    }

    /** Names a file that shows what was measured. The path is given in the report relative to the working directory. */
    public synchronized void file(Path file) {
        String path = readable(file);
        if (!files.contains(path)) {
            files.add(path);
            attach(new Attachment(WireFormat.writeFile(path), WireFormat.FILE, path));
        }
    }

    /** Tells of something that the scenario waited for. */
    public synchronized void waited(Wait wait) {
        attach(new Attachment(WaitFormat.write(wait), WaitFormat.MEDIA_TYPE, wait.name()));
    }

    /**
     * Ends the scenario as <em>not measured</em>. Declared to return the exception so that a caller may write
     * {@code throw evidence.notMeasured(…)}.
     *
     * @throws NotMeasuredException always
     */
    public NotMeasuredException notMeasured(String requirement, String reason) {
        throw new NotMeasuredException(requirement, reason);
    }

    /** Ids of the requirements that have at least one measurement, kept or broken. */
    public synchronized Set<String> measuredRequirements() {
        Set<String> ids = new LinkedHashSet<>();
        measurements.forEach(one -> ids.add(one.requirement()));
        return Set.copyOf(ids);
    }

    /** Everything recorded so far, in order. */
    public synchronized List<Measurement> measurements() {
        return List.copyOf(measurements);
    }

    /** Evidence files named so far, as paths a reader can open. */
    public synchronized List<String> files() {
        return List.copyOf(files);
    }

    /**
     * Fails a scenario that proved nothing for a requirement it is tagged with. For a hook after the last step of a
     * scenario that has not failed otherwise.
     *
     * @param tags tags of the scenario, such as {@code @DUB-007}; other tags are ignored
     * @throws NotMeasuredException naming every requirement without a measurement
     */
    public void requireMeasured(Iterable<String> tags) {
        Set<String> measured = measuredRequirements();
        List<String> missing = new ArrayList<>();
        for (String id : RequirementTags.idsOf(tags)) {
            if (!measured.contains(id)) {
                missing.add(id);
            }
        }
        if (!missing.isEmpty()) {
            throw new NotMeasuredException(
                    String.join(", ", missing),
                    "the scenario is tagged with it but no step proved anything for it."
                            + " Give the scenario a Then that measures it, or take the tag away.");
        }
    }

    private void record(Measurement measurement) {
        measurements.add(measurement);
        attach(new Attachment(
                WireFormat.write(measurement),
                WireFormat.MEASUREMENT,
                measurement.requirement() + " " + measurement.name()));
    }

    private void attach(Attachment attachment) {
        sink.ifPresentOrElse(receiver -> receiver.accept(attachment), () -> waiting.add(attachment));
    }

    private static String readable(Path file) {
        Path here = Path.of("").toAbsolutePath().normalize();
        Path there = file.toAbsolutePath().normalize();
        Path shown = there.startsWith(here) ? here.relativize(there) : there;
        return shown.toString().replace('\\', '/');
    }
}
