package io.airproof.report.site;

import io.airproof.report.ScenarioResult;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

/** Writes the pages of one edition. */
final class Pages {
    private static final List<String> FOLDERS = List.of("scenario", "capability", "programme");

    private final Path folder;
    private final Edition edition;
    private final Report report;
    private final Templates templates;

    /**
     * @param folder of the report
     * @param report in the language of the edition
     */
    Pages(Path folder, Edition edition, Report report) {
        this.folder = folder;
        this.edition = edition;
        this.report = report;
        this.templates = new Templates(report.texts());
    }

    /** Takes away the pages of an earlier report, of every edition, also where that opened in another language. */
    void clear() {
        Stream.concat(Stream.of(folder), Texts.LANGUAGES.stream().map(folder::resolve))
                .forEach(root -> {
                    FOLDERS.forEach(one -> empty(root.resolve(one)));
                    if (!root.equals(folder)) {
                        empty(root);
                    }
                });
    }

    /**
     * Writes them all.
     *
     * @param project where the prose of the systems is
     * @param logFiles where the logs are kept, by service
     */
    void write(Path project, Map<String, String> logFiles) {
        page("home.ftlh", HomePage.model(report), Site.HOME);
        capabilities(project);
        scenarios();
        programmes();
        page("run.ftlh", RunPage.model(report, logFiles), "run.html");
        page("history.ftlh", HistoryPage.model(report), "history.html");
        page("trust.ftlh", trust(), "trust.html");
        page("scale.ftlh", scale(), "scale.html");
    }

    /** Writes what there is in one language only: the summary. */
    void writeSummary() {
        templates.write("summary.ftl", MarkdownSummary.model(report), folder.resolve("summary.md"));
    }

    /** Writes the whole report as one file. */
    void writeSingle() {
        templates.write("single.ftlh", SinglePage.model(report, folder), folder.resolve("single.html"));
    }

    private void capabilities(Path project) {
        Map<String, List<ScenarioResult>> features = report.byFeature();
        features.forEach((feature, scenarios) -> page(
                "capability.ftlh",
                CapabilityPage.model(feature, scenarios, report),
                "capability/" + Report.pageOf(feature)));
        features.keySet().stream()
                .map(Report::systemOf)
                .distinct()
                .forEach(system -> page(
                        "system.ftlh",
                        CapabilityPage.system(system, features, project, report),
                        "capability/" + Slug.of(system) + ".html"));
    }

    private void scenarios() {
        List<ScenarioResult> all = report.run().scenarios();
        for (int i = 0; i < all.size(); i++) {
            Optional<ScenarioResult> before = i > 0 ? Optional.of(all.get(i - 1)) : Optional.empty();
            Optional<ScenarioResult> after = i + 1 < all.size() ? Optional.of(all.get(i + 1)) : Optional.empty();
            page(
                    "scenario.ftlh",
                    ScenarioPage.model(all.get(i), report, before, after),
                    "scenario/" + Row.of(all.get(i)).page());
        }
    }

    private void programmes() {
        report.showcases().forEach((stream, one) -> {
            Map<String, Object> model = new LinkedHashMap<>();
            model.put("one", one);
            model.put(
                    "rows",
                    report.run().scenarios().stream()
                            .filter(scenario -> Streams.of(scenario).contains(stream))
                            .map(Row::of)
                            .toList());
            page("programme.ftlh", model, "programme/" + stream + ".html");
        });
    }

    private Map<String, Object> trust() {
        Map<String, Object> model = new LinkedHashMap<>();
        model.put("trust", report.trust().map(List::of).orElse(List.of()));
        return model;
    }

    private Map<String, Object> scale() {
        Map<String, Object> model = new LinkedHashMap<>();
        model.put("scale", report.scale().map(List::of).orElse(List.of()));
        return model;
    }

    private void page(String template, Map<String, Object> model, String name) {
        Map<String, Object> all = new LinkedHashMap<>(model);
        all.put("root", Edition.root(name));
        all.put("top", edition.top(name));
        all.put("twin", edition.twinOf(name));
        all.put("twinLanguage", edition.twin().language());
        templates.write(template, all, folder.resolve(edition.folder()).resolve(name));
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
