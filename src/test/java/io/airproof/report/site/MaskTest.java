package io.airproof.report.site;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class MaskTest {

    @ParameterizedTest
    @ValueSource(
            strings = {
                "password=hunter22hunter",
                "{\"api_key\": \"hunter22hunter\"}",
                "STS_TOKEN: hunter22hunter",
                "Authorization: Bearer hunter22hunter",
                "curl -H 'authorization: Basic hunter22hunter'",
                "rtmp://broadcaster:hunter22hunter@media.example/live",
                "-----BEGIN RSA PRIVATE KEY-----\nhunter22hunter\n-----END RSA PRIVATE KEY-----",
                "session eyJhbGciOiJIUzI1NiJ9.eyJzdWIiOiJodW50ZXIyMiJ9.hunter22hunter of the viewer"
            })
    void secretsAreCovered(String text) {
        assertThat(Mask.secrets(text)).doesNotContain("hunter22hunter").contains("•••");
    }

    @Test
    void otherWordsStay() {
        String text = "5 tokens passed; rtmp://127.0.0.1:1935/live/out, session_id 9aa7, key frame at 6 s, secret=null";

        assertThat(Mask.secrets(text)).isEqualTo(text);
    }
}
