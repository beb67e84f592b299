package io.airproof.world;

import static org.assertj.core.api.Assertions.assertThat;

import io.airproof.driver.speech.EnglishVoice;
import io.airproof.driver.speech.SpanishVoice;
import io.airproof.measure.NumberWords;
import io.airproof.measure.WordTemplates;
import io.airproof.media.Sound;
import io.airproof.stack.provision.Provisioner;
import io.airproof.stack.provision.Toolbox;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/** The suite's ear on real voices: sixty number words, half of them Spanish. */
class EarTest {

    private static final int LAST = 30;

    private final Toolbox tools = Provisioner.standard().provision(line -> {});
    private final WordTemplates ear = new WordTemplates(examples());

    private Map<String, Sound> examples() {
        SpanishVoice spanish = new SpanishVoice(tools.espeakNg(), "es");
        EnglishVoice english = new EnglishVoice(tools.flite(), "rms");
        Map<String, Sound> examples = new LinkedHashMap<>();
        for (int number = 1; number <= LAST; number++) {
            examples.put("es " + number, spanish.speak(NumberWords.SPANISH.word(number)));
            examples.put("en " + number, english.speak(NumberWords.ENGLISH.word(number)));
        }
        return examples;
    }

    /** Share of the numbers that are heard as something else, percent. */
    private double wrong(String language, Function<Integer, Sound> speak) {
        long wrong = IntStream.rangeClosed(1, LAST)
                .filter(number -> !ear.in(speak.apply(number)).equals(List.of(language + number)))
                .count();
        return 100.0 * wrong / LAST;
    }

    @Test
    void the_reference_voices_are_understood_and_others_mostly() {
        SpanishVoice reference = new SpanishVoice(tools.espeakNg(), "es");
        SpanishVoice other = new SpanishVoice(tools.espeakNg(), "es+f3");
        SpanishVoice american = new SpanishVoice(tools.espeakNg(), "es-419");
        EnglishVoice english = new EnglishVoice(tools.flite(), "rms");
        EnglishVoice woman = new EnglishVoice(tools.flite(), "slt");
        double same = wrong("es ", n -> reference.speak(NumberWords.SPANISH.word(n)));
        double female = wrong("es ", n -> other.speak(NumberWords.SPANISH.word(n)));
        double latin = wrong("es ", n -> american.speak(NumberWords.SPANISH.word(n)));
        double man = wrong("en ", n -> english.speak(NumberWords.ENGLISH.word(n)));
        double slt = wrong("en ", n -> woman.speak(NumberWords.ENGLISH.word(n)));
        System.out.printf(
                "Words misheard: es %.0f %%, es+f3 %.0f %%, es-419 %.0f %%, rms %.0f %%, slt %.0f %%%n",
                same, female, latin, man, slt);
        assertThat(same).isZero();
        assertThat(man).isZero();
        assertThat(latin).isLessThanOrEqualTo(5);
    }
}
