package io.airproof.reference.media.http;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class HookEventTest {

    private static String body(String path, String type, String more) {
        return "{\"path\":\"%s\",\"sourceType\":\"%s\",\"sourceId\":\"7d3f\"%s}".formatted(path, type, more);
    }

    @Test
    void aSourceIsKnownByItsPath() throws HookEvent.Malformed {
        HookEvent event = HookEvent.parse(body("live/a_B-1/in", "rtmpConn", ""));
        assertThat(event.streamId()).isEqualTo("a_B-1");
        assertThat(event.isInput()).isTrue();
    }

    @Test
    void secretsOfTheQueryAreMasked() throws HookEvent.Malformed {
        HookEvent event = HookEvent.parse(body("live/a/in", "rtmp", ",\"query\":\"lang=es&pass=x&token=y&Key=z\""));
        assertThat(event.query()).isEqualTo("lang=es&pass=***&token=***&Key=***");
    }

    @ParameterizedTest
    @CsvSource(
            quoteCharacter = '`',
            value = {
                "lang%3Des%26pass%3Dx, lang=es&pass=***",
                "lang%253Des%2526token%253Dx, lang=es&token=***",
                "lang=es&p%61ss=x, lang=es&p%61ss=***",
                "pass=a%26b&lang=es, pass=***&lang=es",
                "Password=x=y, Password=***",
                "%zz, ***",
                "passage=1&monkey=2, passage=1&monkey=2",
            })
    void secretsAreMaskedHoweverTheyAreEscaped(String query, String logged) {
        assertThat(MaskedQuery.of(query)).isEqualTo(logged);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "{path:\"live/a/in\",sourceType:\"rtmpConn\",sourceId:\"1\"}",
                "{\"path\":\"live/a/in\",\"sourceType\":\"rtmpConn\",\"sourceId\":\"1\"} and more"
            })
    void whatIsNearlyJsonIsRefused(String text) {
        assertThatThrownBy(() -> HookEvent.parse(text)).isInstanceOf(HookEvent.Malformed.class);
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "[]", "{", "{\"path\":1}", "{\"path\":\"live/a/in\",\"sourceType\":\"rtmpConn\"}"})
    void whatIsMalformedIsRefused(String text) {
        assertThatThrownBy(() -> HookEvent.parse(text)).isInstanceOf(HookEvent.Malformed.class);
    }

    @ParameterizedTest
    @ValueSource(strings = {"live/a/up", "live//in", "live/a b/in", "live/../in", "x/live/a/in"})
    void aPathThatIsNoStreamIsRefused(String path) {
        assertThatThrownBy(() -> HookEvent.parse(body(path, "rtmpConn", "")))
                .isInstanceOf(HookEvent.Malformed.class)
                .hasMessageContaining("path");
    }

    @Test
    void anUnknownSourceTypeIsRefused() {
        assertThatThrownBy(() -> HookEvent.parse(body("live/a/in", "carrierPigeon", "")))
                .isInstanceOf(HookEvent.Malformed.class)
                .hasMessageContaining("sourceType");
    }
}
