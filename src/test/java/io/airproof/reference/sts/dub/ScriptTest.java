package io.airproof.reference.sts.dub;

import static org.assertj.core.api.Assertions.assertThat;

import io.airproof.reference.sts.dub.sound.Phrase;
import java.util.List;
import org.junit.jupiter.api.Test;

class ScriptTest {

    private static final Phrase FIRST = new Phrase(0.1, 0.6);
    private static final Phrase SECOND = new Phrase(1.1, 1.8);

    @Test
    void wordsBelongToThePhraseTheySoundIn() {
        Script script = Script.of(
                List.of(new Word("twenty", 0.3), new Word("twenty", 1.2), new Word("one", 1.85)),
                List.of(FIRST, SECOND, new Phrase(4, 5)));
        assertThat(script.transcript()).isEqualTo("twenty, twenty-one");
    }

    @Test
    void aTranslationIsSplitAtItsCommasWhenTheyFit() {
        Script script = new Script(List.of(new Script.Line(FIRST, "twenty"), new Script.Line(SECOND, "twenty-one")));
        assertThat(script.spoken("Veinte, veintiún").lines())
                .containsExactly(new Script.Line(FIRST, "Veinte"), new Script.Line(SECOND, "veintiún"));
    }

    @Test
    void elseNoWordOfItIsLost() {
        Script script = new Script(
                List.of(new Script.Line(FIRST, "the weather"), new Script.Line(SECOND, "is really very nice today")));
        String said = String.join(
                " ",
                script.spoken("El tiempo es muy bueno hoy").lines().stream()
                        .map(Script.Line::text)
                        .toList());
        assertThat(said).isEqualTo("El tiempo es muy bueno hoy");
    }
}
