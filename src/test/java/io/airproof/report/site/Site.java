package io.airproof.report.site;

import io.airproof.catalogue.Catalogue;
import io.airproof.catalogue.Requirement;
import io.airproof.report.ResultsReader;
import io.airproof.report.RunResult;
import io.airproof.report.ScenarioResult;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Collection;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * Writes the living documentation into the folder of {@code results.json}: {@code index.html} and what belongs to it. It
 * needs files alone, so it can be made again at any time, also of a run on another machine.
 */
public final class Site {
    /** The first page. */
    public static final String HOME = "index.html";

    private static final String LANGUAGE = "report.language";
    private static final String SINGLE = "report.single";
    private static final List<String> ASSETS = List.of("site.css", "search.js", "home.js", "clock.js", "player.js");
    private static final List<String> PAGE_FOLDERS = List.of("scenario", "capability", "programme");

    private final Path folder;
    private final Path project;
    private final Collection<Requirement> catalogue;
    private final Texts texts;
    private final Templates templates;

    /**
     * @param folder where {@code results.json} is and the pages go
     * @param project the folder that evidence paths are relative to
     * @param catalogue the requirements
     * @param language {@code en} or {@code es}
     */
    Site(Path folder, Path project, Collection<Requirement> catalogue, String language) {
        this.folder = folder;
        this.project = project;
        this.catalogue = catalogue;
        this.texts = Texts.in(language);
        this.templates = new Templates(texts);
    }

    /**
     * Writes the pages for these results, in the language of the system property {@value #LANGUAGE}.
     *
     * @param results {@code results.json}; messages, history and the rest are looked for beside it
     * <p>With the system property {@value #SINGLE} also {@code single.html}, the whole report in one file.
     *
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
        RunResult run = ResultsReader.read(folder.resolve("results.json"));
        History history = History.read(folder.resolve("history.json")).with(run);
        history.write(folder.resolve("history.json"));
        List<Path> logFiles = logFiles(run);
        Report report = new Report(
                run,
                StoryReader.read(folder.resolve("messages.ndjson")),
                new Promises(catalogue, run),
                history,
                Trust.read(folder.resolve("trust.json")),
                logFiles.stream().map(LogText::read).toList(),
                showcases(run),
                new Shelf(project, folder.resolve("evidence")),
                texts);
        PAGE_FOLDERS.forEach(one -> empty(folder.resolve(one)));
        assets();
        home(report);
        capabilities(report);
        scenarios(report);
        programmes(report);
        page("run.ftlh", "", RunPage.model(report, keptLogs(report)), folder.resolve("run.html"));
        page("trust.ftlh", "", trust(report), folder.resolve("trust.html"));
        page("summary.ftl", "", MarkdownSummary.model(report), folder.resolve("summary.md"));
        if (Boolean.getBoolean(SINGLE)) {
            page("single.ftlh", "", SinglePage.model(report, folder), folder.resolve("single.html"));
        }
        report.shelf().tidy();
        return folder.resolve(HOME);
    }

    private void home(Report report) {
        page("home.ftlh", "", HomePage.model(report), folder.resolve(HOME));
    }

    private void capabilities(Report report) {
        Map<String, List<ScenarioResult>> features = report.byFeature();
        features.forEach((feature, scenarios) -> page(
                "capability.ftlh",
                "../",
                CapabilityPage.model(feature, scenarios, report),
                folder.resolve("capability").resolve(Report.pageOf(feature))));
        features.keySet().stream()
                .map(Report::systemOf)
                .distinct()
                .forEach(system -> page(
                        "system.ftlh",
                        "../",
                        CapabilityPage.system(system, features, project, report),
                        folder.resolve("capability").resolve(Slug.of(system) + ".html")));
    }

    private void scenarios(Report report) {
        List<ScenarioResult> all = report.run().scenarios();
        for (int i = 0; i < all.size(); i++) {
            Optional<ScenarioResult> before = i > 0 ? Optional.of(all.get(i - 1)) : Optional.empty();
            Optional<ScenarioResult> after = i + 1 < all.size() ? Optional.of(all.get(i + 1)) : Optional.empty();
            page(
                    "scenario.ftlh",
                    "../",
                    ScenarioPage.model(all.get(i), report, before, after),
                    folder.resolve("scenario").resolve(Row.of(all.get(i)).page()));
        }
    }

    private void programmes(Report report) {
        report.showcases().forEach((stream, one) -> {
            report.shelf().keep(stream);
            one.writeScript(folder.resolve("evidence").resolve(stream));
            Map<String, Object> model = new LinkedHashMap<>();
            model.put("one", one);
            model.put(
                    "rows",
                    report.run().scenarios().stream()
                            .filter(scenario -> Streams.of(scenario).contains(stream))
                            .map(Row::of)
                            .toList());
            page("programme.ftlh", "../", model, folder.resolve("programme").resolve(stream + ".html"));
        });
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

    private static Map<String, Object> trust(Report report) {
        Map<String, Object> model = new LinkedHashMap<>();
        model.put("trust", report.trust().map(List::of).orElse(List.of()));
        return model;
    }

    private void page(String template, String root, Map<String, Object> model, Path file) {
        Map<String, Object> all = new LinkedHashMap<>(model);
        all.put("root", root);
        templates.write(template, all, file);
    }

    /** The logs of the run, as far as they are still there; the folder is named by the run itself. */
    private List<Path> logFiles(RunResult run) {
        if (!(run.facts().get("folder") instanceof String named) || named.contains("..")) {
            return List.of();
        }
        Path logs = project.resolve(named).resolve("logs");
        if (!logs.normalize().startsWith(project) || !Files.isDirectory(logs)) {
            return List.of();
        }
        try (Stream<Path> files = Files.list(logs)) {
            return files.filter(file -> file.toString().endsWith(".log"))
                    .sorted()
                    .toList();
        } catch (IOException e) {
            throw new UncheckedIOException("Cannot list the logs in " + logs, e);
        }
    }

    /** The logs as they are shown, for reading in full. */
    private Map<String, String> keptLogs(Report report) {
        Map<String, String> hrefs = new HashMap<>();
        for (LogText log : report.logs()) {
            String file = Slug.of(log.service()) + ".log.txt";
            String name = "evidence/" + file;
            report.shelf().keep(file);
            try {
                Files.createDirectories(folder.resolve("evidence"));
                Files.write(
                        folder.resolve(name),
                        log.lines().stream().map(LogText.Line::raw).toList());
            } catch (IOException e) {
                throw new UncheckedIOException("Cannot write the log " + name, e);
            }
            hrefs.put(log.service(), name);
        }
        return hrefs;
    }

    private void assets() {
        copy("results.schema.json", folder.resolve("results.schema.json"));
        ASSETS.forEach(name -> copy("assets/" + name, folder.resolve("assets").resolve(name)));
    }

    private static void copy(String resource, Path file) {
        try (InputStream in = Site.class.getResourceAsStream("/report/" + resource)) {
            if (in == null) {
                throw new IllegalStateException("The file " + resource + " of the report is not on the class path.");
            }
            Files.createDirectories(file.resolveSibling(""));
            Files.write(file, in.readAllBytes());
        } catch (IOException e) {
            throw new UncheckedIOException("Cannot write " + file + ": " + e.getMessage(), e);
        }
    }

    /** Takes away the pages of an earlier run: a link must not lead to what is no longer true. */
    private static void empty(Path pages) {
        if (!Files.isDirectory(pages)) {
            return;
        }
        try (Stream<Path> files = Files.list(pages)) {
            for (Path file :
                    files.filter(one -> one.toString().endsWith(".html")).toList()) {
                Files.delete(file);
            }
        } catch (IOException e) {
            throw new UncheckedIOException("Cannot take away the old pages in " + pages, e);
        }
    }
}
