package io.airproof.report.site;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.cucumber.core.options.CommandlineOptionsParser;
import io.cucumber.core.runtime.Runtime;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/** Reports of real runs of Cucumber on sample features, for tests of the pages. */
final class SampleReport {
    /** A name that would be a script, were it not shown as text. */
    static final String HOSTILE_NAME = "<script>document.title='taken'</script> & <img src=x onerror=alert(1)>";

    private static final ObjectMapper JSON = new ObjectMapper();

    private static final String EVERY_STATUS = """
            @p1
            Feature: Samples of every status
              A *feature* may say more: <b>this is no markup</b>,
              and [a link](https://example.org/) or ![a picture](https://example.org/p.png) leads nowhere.

              @DUB-003
              Scenario: Kept
                The scenario has prose of its own.

                Given DUB-003 takes 8.5 s

              Rule: A rule has a page of its own

                @DUB-005
                Scenario: Broken
                  Given DUB-005 takes 12 s

              @DUB-007
              Scenario: Not measured
                Given DUB-007 cannot be measured

              @DUB-124
              Scenario: Not run here
                Given a service is stopped

              @DUB-010 @p3
              Scenario: Not selected
                Given DUB-010 takes 1 s

              @DUB-008 @known-defect
              Scenario: Known to be broken
                Given DUB-008 takes 20 s

              @DUB-009
              Scenario: Held when tried again
                Given DUB-009 takes 9 s

              @DUB-006
              Scenario: %s
                Given DUB-006 takes 9 s

              @DUB-005 @noisy
              Scenario: Kept, but with a line in a log
                Its prose has a drawing that is wider than a phone:

                ~~~
                broadcaster ──RTMP──▶ media server ──RTMP──▶ media-service ◀──Socket.IO──▶ STS ──RTMP──▶ media server ──▶ viewer
                ~~~

                Given DUB-005 takes 9 s
            """.formatted(HOSTILE_NAME);

    private SampleReport() {}

    /**
     * A report with a scenario of every status.
     *
     * @return its folder
     */
    static Path ofEveryStatus(Path folder) throws IOException {
        Path reports = run(folder, EVERY_STATUS, List.of("--tags", "not @p3"));
        ObjectNode results =
                (ObjectNode) JSON.readTree(reports.resolve("results.json").toFile());
        for (JsonNode scenario : results.path("scenarios")) {
            if (scenario.path("name").asText().equals("Held when tried again")) {
                ((ObjectNode) scenario)
                        .put("status", "unstable")
                        .put("reason", "passed at attempt 2 only: DUB-009 is broken");
            }
        }
        JSON.writeValue(reports.resolve("results.json").toFile(), results);
        JSON.writeValue(reports.resolve("history.json").toFile(), past());
        Site.write(reports.resolve("results.json"));
        return reports;
    }

    /** Three earlier runs: everything was kept but what has never been measured, each time a little later. */
    private static ObjectNode past() {
        ObjectNode history = JSON.createObjectNode();
        for (String name : List.of("Kept", "Broken", "Not measured")) {
            ArrayNode outcomes = history.putArray("features/sample/01_samples.feature#" + name);
            for (int day = 1; day <= 3; day++) {
                outcomes.addObject()
                        .put("run", "2026-01-0" + day + "T12:00:00Z")
                        .put("status", name.equals("Not measured") ? "not-measured" : "passed")
                        .put("seconds", day)
                        .putObject("values")
                        .put(name.equals("Kept") ? "DUB-003 time" : "DUB-005 time", 5.0 + day);
            }
        }
        return history;
    }

    /**
     * A report of many scenarios.
     *
     * @return its folder
     */
    static Path ofMany(Path folder, int scenarios) throws IOException {
        String feature = IntStream.range(0, scenarios)
                .mapToObj(i -> """
                          @DUB-%03d
                          Scenario: Promise number %d is kept in good time by everyone who takes part
                            Given DUB-%03d takes %d s
                        """.formatted(1 + i % 149, i, 1 + i % 149, i % 11))
                .collect(Collectors.joining("\n", "@p1 @media\nFeature: Many\n\n", "\n"));
        return run(folder, feature, List.of());
    }

    private static Path run(Path folder, String text, List<String> options) throws IOException {
        Path feature =
                Files.createDirectories(folder.resolve("features/sample")).resolve("01_samples.feature");
        Files.writeString(feature, text);
        Path reports = Files.createDirectories(folder.resolve("reports"));
        List<String> arguments = new java.util.ArrayList<>(List.of(
                "--glue",
                "io.airproof.report.samples",
                "--plugin",
                "message:" + reports.resolve("messages.ndjson"),
                "--plugin",
                "io.airproof.report.ResultsPlugin:" + reports.resolve("results.json"),
                feature.toString()));
        arguments.addAll(options);
        Runtime.builder()
                .withRuntimeOptions(new CommandlineOptionsParser(OutputStream.nullOutputStream())
                        .parse(arguments.toArray(String[]::new))
                        .build())
                .withClassLoader(SampleReport.class::getClassLoader)
                .build()
                .run();
        return reports;
    }
}
