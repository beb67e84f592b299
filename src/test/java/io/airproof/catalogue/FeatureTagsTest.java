package io.airproof.catalogue;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;

class FeatureTagsTest {
    private static final Path FEATURES = Path.of("features");

    private final FeatureTags check;

    FeatureTagsTest() throws IOException {
        check = new FeatureTags(Catalogue.dubbing(), TagVocabulary.read(FEATURES.resolve("README.md")));
    }

    /** The features of this project. */
    @Nested
    class Ours {
        @Test
        void tagsAgreeWithTheCatalogue() throws IOException {
            Map<String, String> features = FeatureTags.read(FEATURES);
            assertThat(features).as("feature files").isNotEmpty();
            assertThat(check.faults(features))
                    .as("faults in the tags of the features")
                    .isEmpty();
        }

        @Test
        void everyCoreRequirementHasAScenario() throws IOException {
            assertThat(check.withoutScenario("P1", FeatureTags.read(FEATURES)))
                    .as("P1 requirements without a scenario")
                    .isEmpty();
        }
    }

    /** Each rule, seen red. */
    @Nested
    class Red {
        private List<String> faultsOf(String feature) {
            return check.faults(Map.of("a.feature", feature));
        }

        @Test
        void unknownTag() {
            assertThat(faultsOf("@p1 @slow\nFeature: F\n @DUB-001\n Scenario: S\n  Given x\n"))
                    .singleElement()
                    .asString()
                    .contains("a.feature, \"S\": the tag @slow is unknown");
        }

        @Test
        void idThatIsNotInTheCatalogue() {
            assertThat(faultsOf("@p1\nFeature: F\n @DUB-999\n Scenario: S\n  Given x\n"))
                    .singleElement()
                    .asString()
                    .contains("DUB-999 is not in the catalogue");
        }

        @Test
        void scenarioWithoutId() {
            assertThat(faultsOf("@p1\nFeature: F\n Rule: R\n  Scenario: S\n   Given x\n"))
                    .singleElement()
                    .asString()
                    .contains("no requirement id");
        }

        @Test
        void otherPriorityThanTheCatalogue() {
            assertThat(faultsOf("@p1\nFeature: F\n @DUB-010\n Scenario: S\n  Given x\n"))
                    .singleElement()
                    .asString()
                    .contains("DUB-010 has the priority P3 in the catalogue, the scenario has [@p1]");
        }

        @Test
        void noPriority() {
            assertThat(faultsOf("Feature: F\n @DUB-010\n Scenario: S\n  Given x\n"))
                    .singleElement()
                    .asString()
                    .contains("the scenario has none");
        }

        @Test
        void twoPriorities() {
            assertThat(faultsOf("@p1\nFeature: F\n @DUB-010 @p3\n Scenario: S\n  Given x\n"))
                    .hasSize(1);
        }

        @Test
        void examplesWithTags() {
            assertThat(faultsOf("@p1\nFeature: F\n Scenario Outline: S <a>\n  Given x\n"
                            + "\n  @DUB-001\n  Examples:\n   |a|\n   |1|\n\n  Examples:\n   |a|\n   |2|\n"))
                    .singleElement()
                    .asString()
                    .contains("\"S 2\": no requirement id");
        }

        @Test
        void aLongProgrammeThatDoesNotSaySo() {
            String feature = "@p1\nFeature: F\n @DUB-001 %s\n Scenario: S\n  Given the %s s clip is published\n";
            assertThat(faultsOf(feature.formatted("", "60.8")))
                    .singleElement()
                    .asString()
                    .contains("@minute");
            assertThat(faultsOf(feature.formatted("@minute", "30")))
                    .singleElement()
                    .asString()
                    .contains("@minute");
            assertThat(faultsOf(feature.formatted("@minute", "60"))).isEmpty();
        }

        @Test
        void aFileThatIsNoFeature() {
            assertThat(faultsOf("Scenario: without a feature\n")).isNotEmpty().allSatisfy(fault -> assertThat(fault)
                    .startsWith("a.feature: "));
        }

        @Test
        void coreRequirementWithoutScenario() {
            assertThat(check.withoutScenario("P1", Map.of("a.feature", "Feature: F\n @DUB-001\n Scenario: S\n")))
                    .hasSize(26)
                    .contains("DUB-002", "DUB-120")
                    .doesNotContain("DUB-001");
        }
    }

    /** The data behind the rules. */
    @Nested
    class Data {
        @Test
        void theCatalogueHasAllRows() {
            assertThat(Catalogue.dubbing().all()).hasSize(150);
            assertThat(Catalogue.dubbing().all())
                    .filteredOn(one -> one.priority().equals("P1"))
                    .hasSize(27);
            assertThat(Catalogue.dubbing().find("DUB-049"))
                    .hasValueSatisfying(one -> assertThat(one.provenBy()).startsWith("media:"));
        }

        @Test
        void aBrokenCatalogueNamesItsLine() {
            String head = "id\tpriority\trequirement\tproven by\tsource";
            String row = "DUB-001\tP1\ta\tb\tc";
            assertThatThrownBy(() -> Catalogue.parse(List.of(row))).hasMessageContaining("begins with");
            assertThatThrownBy(() -> Catalogue.parse(List.of(head, "DUB-001\tP1")))
                    .hasMessageContaining("Line 2 of the catalogue has 2 columns");
            assertThatThrownBy(() -> Catalogue.parse(List.of(head, row, row)))
                    .hasMessageContaining("Line 3 of the catalogue: DUB-001 is given a second time");
            assertThatThrownBy(() -> Catalogue.parse(List.of(head, row.replace("P1", "P4"))))
                    .hasMessageContaining("no priority");
        }

        @Test
        void theTableOfTheReadmeIsTheVocabulary() {
            TagVocabulary read =
                    TagVocabulary.parse(List.of("text @no", "| `@yes` | meaning |", "| `@DUB-nnn` | id |"));
            assertThat(read.tags()).containsExactly("@yes");
        }
    }
}
