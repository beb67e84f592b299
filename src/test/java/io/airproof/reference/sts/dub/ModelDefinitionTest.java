package io.airproof.reference.sts.dub;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.Set;
import org.junit.jupiter.api.Test;

class ModelDefinitionTest {

    private static final String DEFINITION = """
            0.3
            2 n_base
            3 n_tri
            20 n_state_map
            #base lft  rt p attrib tmat      ... state id's ...
            A   -   - -    n/a    0      0      1      2 N
            B   -   - -    n/a    1      3      4      5 N
            A   A   A s    n/a    0      0      1      2 N
            A   B   A s    n/a    0      0      1      2 N
            B   A   A s    n/a    1      3      4      5 N
            """;

    @Test
    void what_the_phones_cannot_form_is_left_out_and_the_counts_follow() throws IOException {
        String narrow = new String(
                ModelDefinition.only(Triphone.of(Set.of("A")), DEFINITION.lines())
                        .readAllBytes(),
                StandardCharsets.US_ASCII);
        assertThat(narrow.lines())
                .containsExactly(
                        "0.3",
                        "2 n_base",
                        "1 n_tri",
                        "12 n_state_map",
                        "#base lft  rt p attrib tmat      ... state id's ...",
                        "A   -   - -    n/a    0      0      1      2 N",
                        "B   -   - -    n/a    1      3      4      5 N",
                        "A   A   A s    n/a    0      0      1      2 N");
    }

    @Test
    void all_phones_leave_the_definition_as_it_is() throws IOException {
        assertThat(ModelDefinition.only(Triphone.of(Set.of("A", "B")), DEFINITION.lines())
                        .readAllBytes())
                .asString(StandardCharsets.US_ASCII)
                .isEqualTo(DEFINITION.strip());
    }

    @Test
    void each_state_comes_with_the_first_triphone_that_has_it() throws IOException {
        String states = """
                0.3
                0 n_base
                4 n_tri
                16 n_state_map
                A   B   A s    n/a    0     60     61     62 N
                A   B   B s    n/a    0     62     61     60 N
                A   A   B s    n/a    0     62     61      7 N
                A   A   A s    n/a    0     62     61      7 N
                """;
        assertThat(ModelDefinition.only(Triphone.withNewState(), states.lines()).readAllBytes())
                .asString(StandardCharsets.US_ASCII)
                .contains("\n2 n_tri\n8 n_state_map\n", "A   B   A s", "A   A   B s")
                .doesNotContain("A   B   B s", "A   A   A s");
    }

    @Test
    void another_format_is_refused() {
        assertThatThrownBy(() -> ModelDefinition.only(one -> true, "no definition\nof a model".lines()))
                .hasMessage("the model definition does not say n_base");
    }
}
