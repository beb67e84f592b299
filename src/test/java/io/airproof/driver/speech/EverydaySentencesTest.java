package io.airproof.driver.speech;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Path;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;

class EverydaySentencesTest {

    @Test
    void eachDrawIsAnother() throws IOException {
        EverydaySentences sentences = EverydaySentences.read(Path.of("fixtures", "everyday-sentences.txt"));

        Set<List<String>> draws = new HashSet<>();
        for (long seed = 0; seed < 100; seed++) {
            List<String> draw = sentences.draw(10, seed);
            assertThat(draw).hasSize(10).doesNotHaveDuplicates().noneMatch(sentence -> sentence.contains("{"));
            draws.add(draw);
        }

        assertThat(draws).hasSize(100);
        assertThat(sentences.draw(10, 7)).isEqualTo(sentences.draw(10, 7));
    }

    @Test
    void aGapWithoutAListIsNamed() {
        assertThatThrownBy(() -> EverydaySentences.parse(List.of("The {colour} house")))
                .hasMessageContaining("{colour}")
                .hasMessageContaining("\"colour:\"");
    }
}
