package io.airproof.report.site;

import io.airproof.report.ScenarioResult;
import io.airproof.report.Status;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Base64;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** The whole report in one file: what was run, in order of concern, with excerpts of the evidence. */
public final class SinglePage {
    /** Nothing larger is put into a page. */
    static final int LARGEST_EXCERPT_BYTES = 50_000;

    private static final int PICTURES = 4;
    private static final List<Status> CONCERN = List.of(
            Status.FAILED, Status.NOT_MEASURED, Status.UNSTABLE, Status.KNOWN_DEFECT, Status.PASSED, Status.NOT_RUN);

    private SinglePage() {}

    /**
     * A scenario.
     *
     * @param row name, status and ids
     * @param why the status as a sentence
     * @param reason what went wrong
     * @param groups what was measured
     * @param log lines about it from the services
     */
    public record Told(Row row, String why, String reason, List<Measures.Group> groups, List<LogText.Line> log) {}

    /**
     * A programme.
     *
     * @param name what was broadcast
     * @param sound an excerpt of the output as a data address; empty when there is none that is small enough
     * @param range which part of it
     * @param pictures pictures of the output as data addresses
     */
    public record Excerpt(String name, String sound, String range, List<String> pictures) {}

    static Map<String, Object> model(Report report, Path folder) {
        String style = style();
        Map<String, Object> model = new LinkedHashMap<>(HomePage.model(report));
        model.put("style", style);
        model.put("styleHash", hash(style));
        model.put("run", MarkdownSummary.runOf(report));
        model.put(
                "scenarios",
                report.run().scenarios().stream()
                        .filter(one -> one.status() != Status.NOT_RUN)
                        .sorted(Comparator.comparing((ScenarioResult one) -> CONCERN.indexOf(one.status())))
                        .map(one -> new Told(
                                Row.of(one),
                                ScenarioPage.why(one, report),
                                ScenarioPage.shown(one.reason()),
                                Measures.grouped(one.measurements()).stream()
                                        .map(Measures.Group::alone)
                                        .toList(),
                                ScenarioPage.log(one, report)))
                        .toList());
        model.put(
                "programmes",
                report.showcases().values().stream()
                        .map(one -> excerpt(one, folder.resolve("evidence").resolve(one.stream())))
                        .toList());
        model.put("notRun", report.run().with(Status.NOT_RUN).size());
        return model;
    }

    private static Excerpt excerpt(Showcase one, Path folder) {
        return new Excerpt(
                one.programme(),
                data("audio/webm", folder.resolve("excerpt.webm")),
                one.fragments().isEmpty() ? "" : one.fragments().get(0).range(),
                one.pictures().stream()
                        .limit(PICTURES)
                        .map(picture -> data("image/jpeg", folder.resolve(picture.file())))
                        .filter(picture -> !picture.isEmpty())
                        .toList());
    }

    private static String data(String type, Path file) {
        try {
            return Files.isRegularFile(file) && Files.size(file) <= LARGEST_EXCERPT_BYTES
                    ? "data:" + type + ";base64," + Base64.getEncoder().encodeToString(Files.readAllBytes(file))
                    : "";
        } catch (IOException e) {
            throw new UncheckedIOException("Cannot read the excerpt " + file + ": " + e.getMessage(), e);
        }
    }

    private static String style() {
        try (InputStream in = SinglePage.class.getResourceAsStream("/report/assets/site.css")) {
            if (in == null) {
                throw new IllegalStateException("The style sheet of the report is not on the class path.");
            }
            return new String(in.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException("Cannot read the style sheet of the report", e);
        }
    }

    private static String hash(String text) {
        try {
            return Base64.getEncoder()
                    .encodeToString(MessageDigest.getInstance("SHA-256").digest(text.getBytes(StandardCharsets.UTF_8)));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("Every Java has SHA-256.", e);
        }
    }
}
