package io.airproof.world;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class DisclosureTest {

    @ParameterizedTest
    @ValueSource(
            strings = {
                "{\"query\":\"lang=es&pass=geheim\"}",
                "{\"token\":\"eyJhbGciOi\"}",
                "{\"message\":\"Authorization: Bearer x\"}",
                "{\"message\":\"{\\\"api_key\\\":\\\"k\\\"}\"}",
                "password = x"
            })
    void aSecretIsSeen(String line) {
        assertThat(Disclosure.ofSecret(line)).isTrue();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "{\"query\":\"lang=es&pass=***&token=***\"}",
                "{\"message\":\"the first key frame has come\"}",
                "{\"passage\":\"x\",\"monkey\":\"y\"}",
                "{\"message\":\"pass the ball\"}"
            })
    void whatIsMaskedOrSoundsAlikeIsNone(String line) {
        assertThat(Disclosure.ofSecret(line)).isFalse();
    }

    @Test
    void audioIsALongRunOfBase64() {
        assertThat(Disclosure.ofAudio("\"" + "Ab+/".repeat(51) + "\"")).isTrue();
        assertThat(Disclosure.ofAudio("\"" + "Ab+/".repeat(50) + "\"")).isFalse();
        assertThat(Disclosure.ofAudio("a sentence is no audio, ".repeat(50))).isFalse();
    }
}
