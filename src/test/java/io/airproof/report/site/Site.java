package io.airproof.report.site;

import io.airproof.catalogue.Catalogue;
import io.airproof.catalogue.Requirement;
import io.airproof.report.ResultsReader;
import io.airproof.report.RunResult;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.concurrent.CompletableFuture;

/**
 * Writes the living documentation into the folder of {@code results.json}: {@code index.html} and what belongs to it, in
 * every language that the site has. It needs files alone, so it can be made again at any time, also of a run on another
 * machine.
 */
public final class Site {
    /** The first page. */
    public static final String HOME = "index.html";

    private static final String LANGUAGE = "report.language";
    private static final String SINGLE = "report.single";

    private final Path folder;
    private final Path project;
    private final Collection<Requirement> catalogue;
    private final Edition first;

    /**
     * @param folder where {@code results.json} is and the pages go
     * @param project the folder that evidence paths are relative to
     * @param catalogue the requirements
     * @param language {@code en} or {@code es}, that of the page that opens first
     */
    Site(Path folder, Path project, Collection<Requirement> catalogue, String language) {
        this.folder = folder;
        this.project = project;
        this.catalogue = catalogue;
        this.first = Edition.first(language);
    }

    /**
     * Writes the pages for these results; the language of the system property {@value #LANGUAGE} opens first. With the
     * system property {@value #SINGLE} also {@code single.html}, the whole report in one file.
     *
     * @param results {@code results.json}; messages, history and the rest are looked for beside it
     * @return the first page
     * @throws UncheckedIOException when a file cannot be read or written; the message names it
     */
    public static Path write(Path results) {
        Path folder = results.toAbsolutePath().resolveSibling("");
        return new Site(
                        folder,
                        Path.of("").toAbsolutePath(),
                        Catalogue.dubbing().all(),
                        System.getProperty(LANGUAGE, "en"))
                .write();
    }

    Path write() {
        Texts texts = Texts.in(first.language());
        RunResult run = ResultsReader.read(folder.resolve("results.json"));
        cover(run);
        History history = History.read(folder.resolve("history.json")).with(run);
        history.write(folder.resolve("history.json"));
        Path evidence = folder.resolve("evidence");
        LogFiles logs = new LogFiles(project, evidence);
        Report report = new Report(
                run,
                StoryReader.read(folder.resolve("messages.ndjson")),
                new Promises(catalogue, run),
                history,
                Trust.read(folder.resolve("trust.json")),
                Scale.read(folder.resolve("scale.json")),
                logs.read(run),
                showcases(run),
                new Shelf(project, evidence),
                texts);
        Assets.write(folder);
        report.showcases().forEach((stream, one) -> {
            report.shelf().keep(stream);
            one.writeScript(evidence.resolve(stream));
        });
        Map<String, String> kept = logs.keep(report.logs(), report.shelf());
        Pages pages = new Pages(folder, first, report);
        pages.clear();
        Edition twin = first.twin();
        CompletableFuture<Void> otherPages = CompletableFuture.runAsync(
                () -> new Pages(folder, twin, report.in(Texts.in(twin.language()))).write(project, kept));
        pages.write(project, kept);
        pages.writeSummary();
        if (Boolean.getBoolean(SINGLE)) {
            pages.writeSingle();
        }
        otherPages.join();
        report.shelf().tidy();
        return folder.resolve(HOME);
    }

    /** What is published beside the pages. Of a run that is being stopped the messages are still being written. */
    private void cover(RunResult run) {
        CoveredCopy.inPlace(folder.resolve("results.json"));
        if (!run.interrupted()) {
            CoveredCopy.inPlace(folder.resolve("messages.ndjson"));
            CoveredCopy.inPlace(folder.resolve("junit.xml"));
        }
    }

    /** What there is to hear and see, by the stream that scenarios looked at. */
    private Map<String, Showcase> showcases(RunResult run) {
        Map<String, Showcase> all = new LinkedHashMap<>();
        run.scenarios().stream()
                .flatMap(scenario -> Streams.of(scenario).stream())
                .distinct()
                .forEach(stream -> Showcase.read(folder.resolve("evidence").resolve(stream))
                        .filter(one -> one.stream().equals(stream))
                        .ifPresent(one -> all.put(stream, one)));
        return all;
    }
}
