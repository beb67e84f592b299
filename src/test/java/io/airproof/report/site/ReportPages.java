package io.airproof.report.site;

import static org.assertj.core.api.Assertions.assertThat;

import io.airproof.report.ResultsPlugin;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;

/** {@code ./mvnw -Preport}: makes the pages again, from the files in {@code reports/} alone. */
class ReportPages {

    @Test
    void pagesAreMadeFromFiles() {
        Path results = Path.of(System.getProperty("report.results", ResultsPlugin.DEFAULT_FILE.toString()));
        assertThat(results)
                .as("results of an earlier run; run the features first, or name the file with -Dreport.results")
                .isRegularFile();
        System.out.println("Report: " + Site.write(results));
    }
}
