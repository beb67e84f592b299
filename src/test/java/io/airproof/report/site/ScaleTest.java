package io.airproof.report.site;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ScaleTest {

    private final Path file;

    ScaleTest(@TempDir Path folder) {
        this.file = folder.resolve("scale.json");
    }

    @Test
    void whatEachProgrammeCostsIsDrawn() throws IOException {
        Files.writeString(file, """
                {"processors":2,"climbs":[{"sts":"echo","carried":2,"steps":[
                  {"streams":1,"offset_ms":2,"service_cores":0.4,"service_bytes":104857600,"broken":[]},
                  {"streams":2,"offset_ms":121,"service_cores":0.6,"service_bytes":209715200,"broken":["late"]}]}]}
                """);

        Scale.Climb climb = Scale.read(file).orElseThrow().climbs().get(0);

        assertThat(climb.curves())
                .extracting(Scale.Curve::name)
                .containsExactly("offset", "answer", "cores", "cost", "memory");
        assertThat(climb.curves().get(0).trend().dots())
                .extracting(Trend.Dot::kept)
                .containsExactly(true, false);
        assertThat(climb.curves().get(3).trend().dots())
                .extracting(Trend.Dot::label)
                .containsExactly("1: 0.4", "2: 0.3");
        assertThat(climb.curves().get(4).trend().greatest()).isEqualTo("200 MB");
    }

    @Test
    void aFileThatTellsNothingIsNoScale() throws IOException {
        assertThat(Scale.read(file)).isEmpty();
        Files.writeString(file, "{");
        assertThat(Scale.read(file)).isEmpty();
        Files.writeString(file, "{}");
        assertThat(Scale.read(file)).isEmpty();
    }
}
