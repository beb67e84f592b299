package io.airproof.stack.compose;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** With a real engine; skipped where none answers. Networks and volumes stand for all: they need no image. */
class ReaperTest {

    private static final DockerCli DOCKER = new DockerCli("docker");

    private final Path dir;

    ReaperTest(@TempDir Path dir) {
        this.dir = dir;
    }

    @BeforeEach
    void needsAnEngine() {
        assumeTrue(DOCKER.run(DockerCli.QUESTION, "version").ok(), "no Docker engine answers");
    }

    private static void make(Owner owner) {
        String label = Owner.LABEL + "=" + owner.label();
        DOCKER.lines("volume", "create", "--label", label);
        DOCKER.lines("network", "create", "--label", label, "airproof-reaper-" + owner.part());
    }

    @Test
    void what_an_owner_has_made_goes_when_the_reaper_is_closed() {
        Owner owner = Owner.ofThisRun();
        Owner other = Owner.ofThisRun();
        try (Reaper others = Reaper.watch(DOCKER, other, dir.resolve("other.log"))) {
            try (Reaper reaper = Reaper.watch(DOCKER, owner, dir.resolve("reaper.log"))) {
                make(owner);
                make(other);
                assertThat(reaper.pid()).isPresent();
                assertThat(Reaper.leftOf(DOCKER, owner)).hasSize(2);
            }
            assertThat(Reaper.leftOf(DOCKER, owner)).isEmpty();
            assertThat(Reaper.leftOf(DOCKER, other)).hasSize(2);
            assertThat(others.pid()).isPresent();
        }
        assertThat(Reaper.leftOf(DOCKER, other)).isEmpty();
    }

    @Test
    void after_a_kill_of_the_suite_nothing_is_left() throws Exception {
        Path said = dir.resolve("said");
        Process suite = new ProcessBuilder(
                        Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                        "-XX:TieredStopAtLevel=1",
                        "-cp",
                        System.getProperty("surefire.test.class.path", System.getProperty("java.class.path")),
                        KilledSuite.class.getName(),
                        said.toString())
                .redirectErrorStream(true)
                .redirectOutput(dir.resolve("suite.log").toFile())
                .start();
        await().atMost(Duration.ofSeconds(20)).until(() -> Files.exists(said));
        Owner owner = Owner.read(Files.readString(said)).orElseThrow();
        assertThat(Reaper.leftOf(DOCKER, owner)).hasSize(2);
        suite.destroyForcibly().waitFor();
        await().atMost(Duration.ofSeconds(20))
                .until(() -> Reaper.leftOf(DOCKER, owner).isEmpty());
    }

    @Test
    void what_a_run_has_left_that_is_no_more_is_swept_and_nothing_else() {
        Owner self = Owner.ofThisRun();
        Owner gone = new Owner(self.host(), self.pid(), self.started() + 1, self.part());
        Owner elsewhere =
                new Owner("another-host", self.pid(), 1, Owner.ofThisRun().part());
        try (Reaper first = Reaper.watch(DOCKER, self, dir.resolve("self.log"));
                Reaper second = Reaper.watch(DOCKER, elsewhere, dir.resolve("elsewhere.log"))) {
            DOCKER.lines("volume", "create", "--label", Owner.LABEL + "=" + gone.label());
            make(self);
            make(elsewhere);
            Reaper.sweep(DOCKER, line -> {});
            assertThat(Reaper.leftOf(DOCKER, gone)).isEmpty();
            assertThat(Reaper.leftOf(DOCKER, self)).hasSize(2);
            assertThat(Reaper.leftOf(DOCKER, elsewhere)).hasSize(2);
            assertThat(List.of(first.pid(), second.pid())).allMatch(java.util.Optional::isPresent);
        }
    }

    @Test
    void a_label_is_read_as_it_was_written_and_a_foreign_one_is_nobodys() {
        Owner owner = Owner.ofThisRun();
        assertThat(Owner.read(owner.label())).contains(owner);
        assertThat(owner.isGone()).isFalse();
        assertThat(Owner.read("")).isEmpty();
        assertThat(Owner.read("somebody/else/wrote/this")).isEmpty();
    }

    /** Makes a network and a volume, says whose they are, and waits to be killed. */
    static final class KilledSuite {
        public static void main(String[] args) throws Exception {
            Owner owner = Owner.ofThisRun();
            Path part = Path.of(args[0] + ".part");
            Reaper reaper = Reaper.watch(DOCKER, owner, Path.of(args[0] + ".log"));
            make(owner);
            Files.writeString(part, owner.label());
            Files.move(part, Path.of(args[0]));
            synchronized (reaper) {
                while (reaper.pid().isPresent()) {
                    reaper.wait(1000);
                }
            }
        }
    }
}
