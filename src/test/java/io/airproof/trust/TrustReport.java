package io.airproof.trust;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.SerializationFeature;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/**
 * The figures of a trust run.
 *
 * @param findings one for each fault and each control
 */
record TrustReport(List<Finding> findings) {

    private static final double PERCENT = 100;

    List<Finding> faults() {
        return findings.stream().filter(finding -> !finding.isControl()).toList();
    }

    /** Share of the faults that something noticed, in percent. */
    double detection() {
        return PERCENT * faults().stream().filter(Finding::detected).count() / faults().size();
    }

    /** Share of the faults that an expected scenario noticed, in percent. */
    double localisation() {
        return PERCENT * faults().stream().filter(Finding::localised).count() / faults().size();
    }

    /** Scenarios that turned red without a fault. */
    List<Verdicts.Verdict> falseAlarms() {
        return findings.stream()
                .filter(Finding::isControl)
                .flatMap(finding -> finding.red().stream())
                .toList();
    }

    /** A line for people. */
    String summary() {
        return String.format(
                Locale.ROOT,
                "%d faults, %.1f %% detected, %.1f %% by an expected scenario, %d false alarms",
                faults().size(),
                detection(),
                localisation(),
                falseAlarms().size());
    }

    void write(Path file) throws IOException {
        Map<String, Object> all = new LinkedHashMap<>();
        all.put("faults", faults().size());
        all.put("detection_percent", detection());
        all.put("localisation_percent", localisation());
        all.put(
                "false_alarms",
                falseAlarms().stream().map(Verdicts.Verdict::name).toList());
        all.put("findings", findings.stream().map(TrustReport::row).toList());
        Files.createDirectories(file.toAbsolutePath().getParent());
        new ObjectMapper().enable(SerializationFeature.INDENT_OUTPUT).writeValue(file.toFile(), all);
    }

    private static Map<String, Object> row(Finding finding) {
        SeededFault fault = finding.fault();
        Map<String, Object> row = new LinkedHashMap<>();
        row.put("id", fault.id());
        row.put("what", fault.what());
        row.put("where", fault.damage().where());
        row.put("programme", fault.target().label());
        row.put("expected", fault.expected().stream().sorted().toList());
        row.put("scenarios", finding.concerned());
        row.put("detected", finding.detected());
        row.put("localised", finding.localised());
        row.put("red", finding.red().stream().map(TrustReport::red).toList());
        return row;
    }

    private static Map<String, Object> red(Verdicts.Verdict verdict) {
        Map<String, Object> row = new LinkedHashMap<>();
        row.put("requirements", verdict.requirements());
        row.put("scenario", verdict.name());
        row.put("why", verdict.why());
        return row;
    }
}
