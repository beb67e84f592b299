package io.airproof.stack.compose;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Duration;
import java.time.Instant;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What is said when the engine cannot be used; the docker command is a script that behaves as broken ones do. */
class EngineTest {

    private final Path dir;

    EngineTest(@TempDir Path dir) {
        this.dir = dir;
    }

    private Engine engine(String script) throws IOException {
        Path program = dir.resolve("docker");
        Files.writeString(program, "#!/bin/sh\n" + script + "\n");
        Files.setPosixFilePermissions(program, PosixFilePermissions.fromString("rwxr-xr-x"));
        return new Engine(new DockerCli(program.toString()));
    }

    @Test
    void a_missing_command_is_said_with_what_to_do() {
        assertThat(new Engine(new DockerCli(dir.resolve("nothing").toString())).hindrance())
                .hasValueSatisfying(text -> assertThat(text).contains("no docker command", "-Dstack=local"));
    }

    @Test
    void an_engine_that_is_not_there_is_said_in_its_own_words() throws IOException {
        assertThat(engine("echo Cannot connect to the Docker daemon >&2; exit 1")
                        .hindrance())
                .hasValueSatisfying(text -> assertThat(text)
                        .contains("No Docker engine answers", "Cannot connect to the Docker daemon", ".ci/engine"));
    }

    @Test
    void an_engine_that_hangs_is_said_within_15_s() throws IOException {
        Instant from = Instant.now();
        assertThat(engine("exec sleep 60").hindrance())
                .hasValueSatisfying(text -> assertThat(text).contains("does not answer", "Restart it"));
        assertThat(Duration.between(from, Instant.now())).isLessThan(Duration.ofSeconds(15));
    }

    @Test
    void a_missing_compose_is_said_with_the_plugin() throws IOException {
        assertThat(engine("[ \"$1\" = version ] || { echo unknown command >&2; exit 1; }")
                        .hindrance())
                .hasValueSatisfying(text -> assertThat(text).contains("has no compose", "docker-compose-plugin"));
    }

    @Test
    void a_full_disk_is_said_before_anything_is_built() throws IOException {
        assertThat(engine("[ \"$1\" = info ] && echo /proc; exit 0").hindrance())
                .hasValueSatisfying(text -> assertThat(text).contains("free in /proc", "docker system prune"));
    }

    @Test
    void a_full_disk_and_a_taken_port_are_recognised() {
        assertThat(Remedy.forWords("write /x: no space left on device")).contains("docker system prune");
        assertThat(Remedy.isPortTaken("Bind for 127.0.0.1:1936 failed: port is already allocated"))
                .isTrue();
        assertThat(Remedy.forWords("something else")).isEmpty();
    }
}
