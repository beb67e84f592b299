package io.airproof.report.site;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.io.InputStreamReader;
import java.io.Reader;
import java.nio.charset.StandardCharsets;
import java.util.Objects;
import java.util.Properties;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;

class TextsTest {
    private static final Pattern ARGUMENT = Pattern.compile("\\{\\d");

    @Test
    void bothLanguagesSayTheSameThingsWithTheSameArguments() throws IOException {
        Properties english = load("site.properties");
        Properties spanish = load("site_es.properties");

        assertThat(spanish.stringPropertyNames()).isEqualTo(english.stringPropertyNames());
        for (String key : english.stringPropertyNames()) {
            assertThat(arguments(spanish.getProperty(key))).as(key).isEqualTo(arguments(english.getProperty(key)));
        }
    }

    @Test
    void aTextTakesItsArguments() {
        assertThat(Texts.in("en").text("why.partly", 1, 2))
                .isEqualTo("1 of 2 scenarios passed, the others were not run.");
        assertThat(Texts.in("es").text("verdict.failed", 3, 150, 1, 0, 0, 0))
                .isEqualTo("Una promesa está rota; 3 de 150 están probadas aquí.");
    }

    @Test
    void anUnknownLanguageIsRefusedWithThoseThereAre() {
        assertThatThrownBy(() -> Texts.in("xx"))
                .hasMessageContaining("report.language")
                .hasMessageContaining("[en, es]");
    }

    private static Set<String> arguments(String text) {
        Set<String> found = new TreeSet<>();
        ARGUMENT.matcher(text).results().forEach(one -> found.add(one.group()));
        return found;
    }

    private static Properties load(String name) throws IOException {
        Properties texts = new Properties();
        try (Reader in = new InputStreamReader(
                Objects.requireNonNull(TextsTest.class.getResourceAsStream("/report/" + name)),
                StandardCharsets.UTF_8)) {
            texts.load(in);
        }
        return texts;
    }
}
