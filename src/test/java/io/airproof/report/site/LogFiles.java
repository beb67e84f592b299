package io.airproof.report.site;

import io.airproof.report.RunResult;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

/** The logs that the services wrote in a run, and the copies that the report keeps of them. */
final class LogFiles {
    private static final String LOG_END = ".log";
    private static final String COPY_END = ".log.txt";

    private final Path project;
    private final Path evidence;

    /**
     * @param project the folder that the run names its own folder from
     * @param evidence where copies are put
     */
    LogFiles(Path project, Path evidence) {
        this.project = project;
        this.evidence = evidence;
    }

    /**
     * The logs of the run. Where its folder is gone, or never was on this machine, those that the report has kept; never
     * those, when the folder is there: they could be of an earlier run.
     */
    List<LogText> read(RunResult run) {
        Optional<Path> folder = folderOf(run);
        List<Path> files =
                folder.map(one -> list(one.resolve("logs"), LOG_END)).orElseGet(() -> list(evidence, COPY_END));
        return files.stream().map(LogText::read).toList();
    }

    /**
     * Keeps them as they are shown, for reading in full.
     *
     * @return where each is, from the root of the report
     */
    Map<String, String> keep(List<LogText> logs, Shelf shelf) {
        Map<String, String> hrefs = new HashMap<>();
        for (LogText log : logs) {
            String file = Slug.of(log.service()) + COPY_END;
            shelf.keep(file);
            try {
                Files.createDirectories(evidence);
                List<String> lines = new ArrayList<>();
                log.lines().forEach(line -> lines.add(line.raw()));
                Files.write(evidence.resolve(file), lines);
            } catch (IOException e) {
                throw new UncheckedIOException("Cannot write the log " + file + ": " + e.getMessage(), e);
            }
            hrefs.put(log.service(), evidence.getFileName() + "/" + file);
        }
        return hrefs;
    }

    private Optional<Path> folderOf(RunResult run) {
        if (!(run.facts().get("folder") instanceof String named) || named.contains("..")) {
            return Optional.empty();
        }
        Path folder = project.resolve(named).normalize();
        return Optional.of(folder).filter(one -> one.startsWith(project) && Files.isDirectory(one));
    }

    private static List<Path> list(Path folder, String end) {
        if (!Files.isDirectory(folder)) {
            return List.of();
        }
        try (Stream<Path> files = Files.list(folder)) {
            return files.filter(file -> file.toString().endsWith(end)).sorted().toList();
        } catch (IOException e) {
            throw new UncheckedIOException("Cannot list the logs in " + folder, e);
        }
    }
}
