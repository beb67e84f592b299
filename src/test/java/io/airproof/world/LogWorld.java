package io.airproof.world;

import io.airproof.driver.log.LogFile;
import io.airproof.driver.log.LogLine;
import io.airproof.run.AcceptanceRun;
import io.airproof.stack.ServiceLog;
import java.util.List;
import java.util.Set;
import java.util.function.Predicate;
import java.util.stream.Collectors;

/** The logs of all media-services and STS of the run so far, line by line (contract dubbing §9). */
public final class LogWorld {

    /** Its log is not ours to form. */
    /** Its logs, of the stack and of a second deployment, have a form of their own. */
    private static final String MEDIA_MTX = "mediamtx";

    private static final List<String> ALWAYS = List.of("time", "level", "service", "event", "message");

    /** Members that only a line about a stream has. */
    private static final List<String> OF_A_STREAM =
            List.of("run_id", "instance_id", "fragment_id", "sequence_number", "segment_number");

    private final AcceptanceRun run;
    private final PublisherWorld publisher;

    public LogWorld(CurrentRun run, PublisherWorld publisher) {
        this.run = run.get();
        this.publisher = publisher;
    }

    /** How many lines are about the stream of the programme: there is something to look at. */
    public List<Figure> linesAboutTheStream() {
        String streamId = publisher.broadcast().broadcast().streamId();
        return publisher.logs().stream()
                .filter(log -> log.name().equals("media-service") || log.name().equals("sts-dubbing"))
                .map(log -> Figure.of(
                        log.name(), new LogFile(log.file()).about(streamId).size()))
                .toList();
    }

    /** Lines that are no JSON object, or lack a member that every line has. */
    public List<Figure> linesOfAnotherForm() {
        return count(line -> line.json().isEmpty()
                || ALWAYS.stream().anyMatch(member -> line.member(member).isEmpty()));
    }

    /** Lines about a stream that do not name it. */
    public List<Figure> linesWithoutTheirStream() {
        Set<String> streams =
                run.tap().streamIds().stream().filter(id -> !id.isEmpty()).collect(Collectors.toSet());
        return count(line -> line.member("stream_id").isEmpty()
                && (OF_A_STREAM.stream().anyMatch(member -> !line.member(member).isEmpty())
                        || streams.stream().anyMatch(line.text()::contains)));
    }

    /** Lines with a credential or a key. */
    public List<Figure> linesWithSecrets() {
        return count(line -> Disclosure.ofSecret(line.text()));
    }

    /** Lines with audio: an unbroken run of more than 200 characters of base64. */
    public List<Figure> linesWithAudio() {
        return count(line -> Disclosure.ofAudio(line.text()));
    }

    private List<Figure> count(Predicate<LogLine> wrong) {
        return run.logs().stream()
                .filter(log -> !log.name().startsWith(MEDIA_MTX))
                .map(log -> count(log, wrong))
                .toList();
    }

    private static Figure count(ServiceLog log, Predicate<LogLine> wrong) {
        List<LogLine> found =
                new LogFile(log.file()).lines().stream().filter(wrong).toList();
        return Figure.of(
                found.isEmpty() ? log.name() : log.name() + ": " + found.get(0).text(), found.size());
    }
}
