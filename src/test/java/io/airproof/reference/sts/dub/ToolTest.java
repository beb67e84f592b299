package io.airproof.reference.sts.dub;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.charset.StandardCharsets;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class ToolTest {

    private static final String PATH = "/bin:/usr/bin";

    @Test
    void readsAndWritesUtf8WhateverTheLocaleHere() throws ToolException {
        try (Tool shell = Tool.find("sh", Optional.empty(), "SH_BIN", PATH, "install sh")) {
            byte[] said = shell.run("ñ".getBytes(StandardCharsets.UTF_8), "-c", "cat; echo $LC_ALL");
            assertThat(new String(said, StandardCharsets.UTF_8)).isEqualTo("ñC.UTF-8\n");
        }
    }

    @Test
    void namesWhatIsMissingAndTheFix() {
        assertThatThrownBy(() -> Tool.find("no-such-voice", Optional.empty(), "VOICE_BIN", PATH, "apt-get install it"))
                .isInstanceOf(ToolException.class)
                .hasMessageContaining("no-such-voice")
                .hasMessageContaining("apt-get install it")
                .hasMessageContaining("VOICE_BIN");
        assertThatThrownBy(() -> Tool.find("voice", Optional.of("/no/such/file"), "VOICE_BIN", PATH, "install it"))
                .isInstanceOf(ToolException.class)
                .hasMessageContaining("VOICE_BIN is \"/no/such/file\"");
    }

    @Test
    void aToolThatFailsIsNamed() throws ToolException {
        try (Tool shell = Tool.find("sh", Optional.empty(), "SH_BIN", PATH, "install sh")) {
            assertThatThrownBy(() -> shell.run(new byte[0], "-c", "exit 3"))
                    .isInstanceOf(ToolException.class)
                    .hasMessageContaining("ended with 3");
        }
    }
}
