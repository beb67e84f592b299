package io.airproof.arch;

import static org.assertj.core.api.Assertions.assertThat;

import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.lang.ArchRule;
import java.util.function.Function;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class RoomRulesTest {
    private static final String SAMPLES = "io.airproof.arch.samples";

    private final JavaClasses samples = new ClassFileImporter().importPackages(SAMPLES);

    /** The rules on this project. */
    @TestFactory
    Stream<DynamicTest> roomsAreApart() {
        JavaClasses ours = new ClassFileImporter()
                .withImportOption(location -> !location.contains("/io/airproof/arch/samples/"))
                .importPackages("io.airproof");
        return new RoomRules("io.airproof")
                .all().stream()
                        .map(rule -> DynamicTest.dynamicTest(rule.getDescription(), () -> rule.allowEmptyShould(true)
                                .check(ours)));
    }

    /** Each rule on a class that breaks it. */
    @ParameterizedTest(name = "{1}")
    @MethodSource("bad")
    void everyRuleIsSeenRed(Function<RoomRules, ArchRule> rule, String culprit) {
        assertThat(rule.apply(new RoomRules(SAMPLES))
                        .evaluate(samples)
                        .getFailureReport()
                        .getDetails())
                .anySatisfy(detail -> assertThat(detail).contains(culprit));
    }

    static Stream<Arguments> bad() {
        return Stream.of(
                red(RoomRules::suiteKnowsNoReference, "world.SharesCode"),
                red(RoomRules::referenceKnowsNoSuite, "reference.UsesTheSuite"),
                red(RoomRules::stepsHoldNoMachinery, "java.lang.ProcessBuilder"),
                red(RoomRules::stepsHoldNoMachinery, "java.net.http.HttpClient"),
                red(RoomRules::stepsHoldNoMachinery, "driver.ffmpeg.Tool"),
                red(RoomRules::measureIsPure, "measure.CallsAProcess"),
                red(RoomRules::nobodySleeps, "world.Sleeps"),
                red(RoomRules::nothingStaticChanges, "world.Sleeps.naps"),
                red(RoomRules::everyPackageIsNullMarked, "unmarked.Anything"),
                red(rules -> rules.directions("driver"), "driver.ffmpeg.Tool"),
                red(rules -> rules.directions("steps"), "driver.ffmpeg.Tool"));
    }

    private static Arguments red(Function<RoomRules, ArchRule> rule, String culprit) {
        return Arguments.of(rule, culprit);
    }
}
