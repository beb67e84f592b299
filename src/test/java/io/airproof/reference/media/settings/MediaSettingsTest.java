package io.airproof.reference.media.settings;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class MediaSettingsTest {

    @Test
    void whatIsUnsetHasTheDefaultOfTheContract() {
        MediaSettings settings = MediaSettings.from(Map.of("MEDIAMTX_HOST", "server"));
        assertThat(settings.port()).isEqualTo(8080);
        assertThat(settings.rtmp()).isEqualTo("rtmp://server:1935");
        assertThat(settings.sts()).hasToString("http://localhost:3000");
        assertThat(settings.segmentLength()).isEqualTo(Duration.ofSeconds(6));
        assertThat(settings.stsTimeout()).isEqualTo(Duration.ofSeconds(8));
        assertThat(settings.maxInflight()).isEqualTo(3);
        assertThat(settings.playoutReserve()).isEqualTo(Duration.ofMillis(600));
        assertThat(settings.gracePeriod()).isEqualTo(Duration.ofSeconds(30));
        assertThat(settings.maxStreams()).isEqualTo(10);
        assertThat(settings.speech().hints()).isEmpty();
    }

    @ParameterizedTest
    @CsvSource({
        "PORT, many",
        "LOG_LEVEL, LOUD",
        "MEDIAMTX_RTMP_URL, http://server:1935",
        "STS_SERVICE_URL, ftp://sts",
        "STS_SERVICE_URL, http://bad host",
        "WORKER_SOURCE_LANGUAGE, e",
        "WORKER_SEGMENT_DURATION, 11",
        "WORKER_STS_TIMEOUT_MS, 999",
        "WORKER_MAX_INFLIGHT, 0",
        "WORKER_PLAYOUT_RESERVE_MS, -1",
        "WORKER_GRACE_PERIOD_S, 301",
        "MAX_CONCURRENT_STREAMS, 101",
        "SKIP_STS_CONNECTION, perhaps"
    })
    void whatCannotBeUsedStopsTheStartAndIsNamed(String name, String value) {
        assertThatThrownBy(() -> MediaSettings.from(Map.of(name, value)))
                .isInstanceOf(SettingsException.class)
                .hasMessageContaining(name)
                .hasMessageContaining(value);
    }
}
