package io.airproof.report.site;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
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
                "message=\"{&quot;token&quot;:&quot;hunter22hunter&quot;}\"",
                "{\"reason\":\"sts: {\\\"token\\\":\\\"hunter22hunter\\\"}\"}",
                "{\"a\":\"{\\\"b\\\":\\\"{\\\\\\\"token\\\\\\\": \\\\\\\"hunter22hunter\\\\\\\"}\\\"}\"}",
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
    void whatIsJsonStaysJson() throws IOException {
        String text = "{\"max_tokens\": 4096, \"tokens\":[1234, 5], \"token\":{\"x\":1}, \"access_token\":\"hunter22\","
                + " \"reason\":\"password=\\\"hunter22\\\"\"}";
        String masked = Mask.secrets(text);

        assertThat(new ObjectMapper().readTree(masked).path("max_tokens").asInt())
                .isEqualTo(4096);
        assertThat(masked).doesNotContain("hunter22");
        assertThat(Mask.secrets("password=123456")).isEqualTo("password=•••");
    }

    @Test
    void otherWordsStay() {
        String text = "5 tokens passed; rtmp://127.0.0.1:1935/live/out, session_id 9aa7, key frame at 6 s, secret=null";

        assertThat(Mask.secrets(text)).isEqualTo(text);
    }
}
