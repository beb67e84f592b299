package io.airproof.report;

import io.airproof.report.site.Site;
import io.cucumber.messages.types.Envelope;
import io.cucumber.plugin.ConcurrentEventListener;
import io.cucumber.plugin.event.EventPublisher;
import io.cucumber.plugin.event.TestRunFinished;
import io.cucumber.plugin.event.TestRunStarted;
import java.io.File;
import java.io.PrintStream;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.function.Consumer;

/**
 * Cucumber plugin that writes {@code reports/results.json} and prints the summary of a run.
 *
 * <p>The file is written at the end of the run, whatever its outcome, and when the JVM is told to stop before that: then
 * with what is known so far and {@code "interrupted": true}. It is replaced as a whole, never written in parts.
 */
public final class ResultsPlugin implements ConcurrentEventListener {
    /** Where the results go unless another file is named with the plugin. */
    public static final Path DEFAULT_FILE = Path.of("reports", "results.json");

    private final Path file;
    private final RunFacts registered;
    private final PrintStream console;
    private final Clock clock;
    private final RunLog log = new RunLog(Selection::has);
    private final AtomicBoolean ended = new AtomicBoolean();
    private final AtomicBoolean pagesMade = new AtomicBoolean();
    private final Consumer<Path> site;
    private final Instant started;

    /** Writes to {@link #DEFAULT_FILE}. */
    public ResultsPlugin() {
        this(DEFAULT_FILE.toFile());
    }

    /** Writes to this file. Cucumber calls it for {@code io.airproof.report.ResultsPlugin:<file>}. */
    public ResultsPlugin(File file) {
        this(file.toPath(), RunFacts.ofThisRun(), System.out, Clock.systemUTC(), Site::write);
    }

    /** @param site makes the pages from the results */
    ResultsPlugin(Path file, RunFacts registered, PrintStream console, Clock clock, Consumer<Path> site) {
        this.site = site;
        this.file = file;
        this.registered = registered;
        this.console = console;
        this.clock = clock;
        this.started = clock.instant();
    }

    @Override
    public void setEventPublisher(EventPublisher publisher) {
        publisher.registerHandlerFor(Envelope.class, log::hear);
        Thread interrupted = new Thread(
                () -> {
                    end(true);
                    pages();
                },
                "airproof-results-on-interrupt");
        publisher.registerHandlerFor(
                TestRunStarted.class, event -> Runtime.getRuntime().addShutdownHook(interrupted));
        publisher.registerHandlerFor(TestRunFinished.class, event -> {
            end(false);
            refuseAnEmptyRun();
        });
        publisher.registerHandlerFor(
                Envelope.class, message -> message.getTestRunFinished().ifPresent(last -> {
                    pages();
                    forget(interrupted);
                }));
    }

    /** Writes and prints what is known, once; a second call does nothing. */
    void end(boolean wasInterrupted) {
        if (!ended.compareAndSet(false, true)) {
            return;
        }
        RunResult run = result(wasInterrupted);
        try {
            ResultsJson.write(run, file);
        } finally {
            console.print(Summary.of(run, file.resolveSibling(Site.HOME) + " and " + file));
            console.flush();
        }
    }

    /** A filter that selects nothing, by a slip of the pen, must not look like a run that has proven something. */
    private void refuseAnEmptyRun() {
        if (log.nothingSelected()) {
            throw new IllegalArgumentException("No scenario has the tags \"" + System.getProperty(Selection.TAG_FILTER)
                    + "\", so nothing was run and nothing is proven. Correct -D" + Selection.TAG_FILTER
                    + "; features/README.md lists the tags.");
        }
    }

    /** Makes the pages, once the last message is written. What is wrong with a page changes no verdict of the run. */
    private void pages() {
        if (!pagesMade.compareAndSet(false, true)) {
            return;
        }
        try {
            site.accept(file);
        } catch (RuntimeException e) {
            console.println("The pages of the report could not be made from " + file + ", which is complete: " + e);
            console.flush();
        }
    }

    private RunResult result(boolean wasInterrupted) {
        Instant now = clock.instant();
        return new RunResult(
                started, Duration.between(started, now), wasInterrupted, facts(), log.results(now, wasInterrupted));
    }

    private Map<String, Object> facts() {
        Map<String, Object> facts = new LinkedHashMap<>();
        Map<String, Object> versions = Versions.of(Path.of(""));
        facts.put("versions", versions);
        facts.put("machine", Machine.ofThisRun());
        facts.put("stack", System.getProperty("stack", "local"));
        facts.put("tags", System.getProperty(Selection.TAG_FILTER, ""));
        registered.all().forEach((name, value) -> {
            if (name.equals("versions") && value instanceof Map<?, ?> more) {
                more.forEach((tool, version) -> versions.put(String.valueOf(tool), version));
            } else {
                facts.put(name, value);
            }
        });
        return facts;
    }

    private static void forget(Thread hook) {
        try {
            Runtime.getRuntime().removeShutdownHook(hook);
        } catch (IllegalStateException alreadyStopping) {
            // The JVM is on its way out: the hook runs, finds the results written and does nothing.
        }
    }
}
