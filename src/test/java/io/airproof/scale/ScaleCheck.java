package io.airproof.scale;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.SerializationFeature;
import io.airproof.fixture.Clip;
import io.airproof.run.AcceptanceRun;
import io.airproof.run.StsProfile;
import io.airproof.world.CurrentRun;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/**
 * {@code ./mvnw -B verify -Pscale}: how many programmes at once this machine carries, publishers and recorders included.
 * {@code -Dscale.echo=1,4,8} and {@code -Dscale.dubbing=1,2} choose the steps.
 */
class ScaleCheck {

    private static final String ECHO_STEPS = "1,2,4,6,8,12,16,20,25";
    private static final String DUBBING_STEPS = "1,2,3,4,6,8,12,16,20,25";
    private static final Path FILE = Path.of("reports", "scale.json");

    @Test
    void more_and_more_programmes_are_carried_until_a_promise_breaks() throws Exception {
        try {
            AcceptanceRun run = new CurrentRun().get();
            List<Climb> climbs = List.of(
                    Climb.of(
                            run,
                            StsProfile.TUNE,
                            Clip.COUNTING_30,
                            sizes("scale.echo", ECHO_STEPS),
                            System.out::println),
                    Climb.of(
                            run,
                            StsProfile.DUBBING,
                            Clip.COUNTING_30,
                            sizes("scale.dubbing", DUBBING_STEPS),
                            System.out::println));
            write(climbs);
            climbs.forEach(climb -> System.out.println("Scale: %d programmes at once through the %s (%s)"
                    .formatted(climb.carried(), climb.profile().label(), FILE)));
            assertThat(climbs).allSatisfy(climb -> assertThat(climb.carried())
                    .as("programmes carried through the %s", climb.profile().label())
                    .isPositive());
        } finally {
            CurrentRun.end();
        }
    }

    private static List<Integer> sizes(String property, String otherwise) {
        return Stream.of(System.getProperty(property, otherwise).split(","))
                .map(String::strip)
                .map(Integer::valueOf)
                .toList();
    }

    private static void write(List<Climb> climbs) throws IOException {
        Map<String, Object> all = new LinkedHashMap<>();
        all.put("processors", Runtime.getRuntime().availableProcessors());
        all.put("climbs", climbs.stream().map(ScaleCheck::climb).toList());
        Files.createDirectories(FILE.toAbsolutePath().getParent());
        new ObjectMapper().enable(SerializationFeature.INDENT_OUTPUT).writeValue(FILE.toFile(), all);
    }

    private static Map<String, Object> climb(Climb climb) {
        Map<String, Object> row = new LinkedHashMap<>();
        row.put("sts", climb.profile() == StsProfile.DUBBING ? "dubbing" : "echo");
        row.put("carried", climb.carried());
        row.put("steps", climb.steps().stream().map(ScaleCheck::step).toList());
        return row;
    }

    private static Map<String, Object> step(Step step) {
        Map<String, Object> row = new LinkedHashMap<>();
        row.put("streams", step.streams());
        row.put("fragments", step.fragments());
        row.put("unanswered", step.unanswered());
        row.put("frames_lost", step.framesLost());
        row.put("offset_ms", step.offsetMs());
        row.put("correlation", step.correlation());
        row.put("answer_p95_ms", step.answerMs());
        row.put("service_cores", step.usage().serviceCores());
        row.put("suite_cores", step.usage().instrumentCores());
        row.put("service_bytes", step.usage().servicesBytes());
        row.put("broken", step.broken());
        return row;
    }
}
