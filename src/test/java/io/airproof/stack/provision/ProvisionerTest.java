package io.airproof.stack.provision;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ProvisionerTest {

    private final List<String> said = new CopyOnWriteArrayList<>();
    private final Path dir;

    ProvisionerTest(@TempDir Path dir) {
        this.dir = dir;
    }

    private Path program(String relative, String script) throws IOException {
        Path file = dir.resolve(relative);
        Files.createDirectories(file.getParent());
        Files.writeString(file, "#!/bin/sh\n" + script + "\n");
        assertThat(file.toFile().setExecutable(true)).isTrue();
        return file;
    }

    private Host host(Map<String, String> settings) {
        Map<String, String> all =
                new HashMap<>(Map.of("AIRPROOF_CACHE", dir.resolve("cache").toString()));
        all.putAll(settings);
        return new Host(all, "linux", "amd64", Path.of("").toAbsolutePath());
    }

    private Map<String, String> everythingGiven() throws IOException {
        Map<String, String> given = new HashMap<>();
        for (String name : List.of("MEDIAMTX", "MTX_HOOK", "FFMPEG", "FFPROBE", "FLITE", "ESPEAK_NG", "APERTIUM")) {
            given.put(name + "_BIN", program("given/bin/" + name, "exit 0").toString());
        }
        Path modes = Files.createDirectories(dir.resolve("given/share/apertium/modes"));
        Files.writeString(modes.resolve("eng-spa.mode"), "");
        return given;
    }

    @Test
    void what_is_given_is_taken() throws IOException {
        Toolbox tools = new Provisioner(host(everythingGiven())).provision(said::add);
        assertThat(tools.flite()).isEqualTo(dir.resolve("given/bin/FLITE"));
        assertThat(tools.mtxHook()).isEqualTo(dir.resolve("given/bin/MTX_HOOK"));
        assertThat(tools.apertiumModes().toRealPath())
                .isEqualTo(dir.resolve("given/share/apertium/modes").toRealPath());
        assertThat(said).isEmpty();
    }

    @Test
    void a_given_path_that_leads_nowhere_is_named() throws IOException {
        Map<String, String> given = everythingGiven();
        given.put("FLITE_BIN", "/no/flite");
        given.put("MEDIAMTX_BIN", "/no/mediamtx");
        assertThatThrownBy(() -> new Provisioner(host(given)).provision(said::add))
                .isInstanceOf(MissingToolsException.class)
                .hasMessageContainingAll("FLITE_BIN", "/no/flite", "MEDIAMTX_BIN", "/no/mediamtx", "unset");
    }

    @Test
    void everything_missing_is_said_at_once_with_its_fix() {
        Map<String, String> given = new HashMap<>();
        given.put("PATH", dir.toString());
        given.put("MEDIAMTX_BIN", "/no/mediamtx");
        given.put("FFMPEG_BIN", "/no/ffmpeg");
        assertThatThrownBy(() -> new Provisioner(host(given)).provision(said::add))
                .isInstanceOfSatisfying(MissingToolsException.class, e -> assertThat(e.missing())
                        .extracting(MissingTool::name)
                        .contains("flite", "espeak-ng", "apertium", "FFMPEG_BIN", "MEDIAMTX_BIN"))
                .hasMessageContaining("no apt-get")
                .hasMessageContaining("FLITE_BIN");
    }

    @Test
    void a_missing_browser_is_said_with_its_fix() {
        assertThatThrownBy(() -> new BrowserTools(host(Map.of("PATH", dir.toString())), said::add).provide())
                .isInstanceOf(MissingToolsException.class)
                .hasMessageContaining("chromium")
                .hasMessageContaining("nodejs")
                .hasMessageContaining("no apt-get")
                .hasMessageContaining("apt-get install -y --no-install-recommends chromium nodejs");
    }

    @Test
    void a_missing_browser_is_installed_where_that_needs_no_password() throws IOException {
        Assumptions.assumeTrue(System.getProperty("user.name").equals("root"), "not run here: installing needs root");
        program("apt-get", """
                case "$*" in *install*chromium*nodejs*)
                  for name in chromium node; do printf '#!/bin/sh\\n' > %1$s/$name; chmod +x %1$s/$name; done;;
                esac""".formatted(dir));
        BrowserTools.Found found = new BrowserTools(host(Map.of("PATH", dir.toString())), said::add).provide();

        assertThat(List.of(found.chromium(), found.node()))
                .containsExactly(dir.resolve("chromium"), dir.resolve("node"));
        assertThat(said).singleElement().asString().startsWith("installing chromium nodejs with apt-get");
    }

    @Test
    void a_media_server_of_another_version_is_passed_over_in_one_line() throws IOException {
        Map<String, String> given = everythingGiven();
        given.remove("MEDIAMTX_BIN");
        program("path/mediamtx", "echo v1.9.0");
        program("path/go", "echo go version go1.21.3 linux/amd64");
        given.put("PATH", dir.resolve("path").toString());
        assertThatThrownBy(() -> new Provisioner(host(given)).provision(said::add))
                .isInstanceOf(MissingToolsException.class)
                .hasMessageContainingAll("mediamtx", "go1.21.3", "1.26", "MEDIAMTX_BIN");
        assertThat(said).singleElement().asString().contains("v1.9.0", "v1.20.");
    }

    @Test
    void a_media_server_of_the_right_version_is_taken_from_path() throws IOException {
        Map<String, String> given = everythingGiven();
        given.remove("MEDIAMTX_BIN");
        Path found = program("path/mediamtx", "echo v1.20.4");
        given.put("PATH", dir.resolve("path").toString());
        assertThat(new Provisioner(host(given)).provision(said::add).mediamtx()).isEqualTo(found);
    }

    @Test
    void a_build_without_network_says_so() throws IOException {
        Map<String, String> given = everythingGiven();
        given.remove("MEDIAMTX_BIN");
        program(
                "path/go",
                "test $1 = version && echo go version go1.26.1 linux/amd64 && exit 0\n"
                        + "echo 'dial tcp: lookup registry: no such host' >&2; exit 1");
        given.put("PATH", dir.resolve("path").toString());
        assertThatThrownBy(() -> new Provisioner(host(given)).provision(said::add))
                .isInstanceOf(MissingToolsException.class)
                .hasMessageContainingAll("mediamtx", "no such host", "network");
    }

    @Test
    void the_jar_has_a_working_ffmpeg_and_the_second_time_it_is_there() throws IOException {
        Map<String, String> given = everythingGiven();
        given.remove("FFMPEG_BIN");
        given.remove("FFPROBE_BIN");
        Host host = host(given);
        Toolbox tools = new Provisioner(host).provision(said::add);
        assertThat(said).singleElement().asString().contains("unpacking ffmpeg");
        assertThat(tools.ffprobe()).isExecutable();
        said.clear();
        assertThat(new Provisioner(host).provision(said::add)).isEqualTo(tools);
        assertThat(said).isEmpty();
        Files.write(tools.ffmpeg().resolveSibling("lib/ffmpeg"), new byte[0]);
        assertThat(new Provisioner(host).provision(said::add)).isEqualTo(tools);
        assertThat(said).hasSize(2).first().asString().contains("is broken: making it again");
    }

    @Test
    void two_runs_at_once_make_an_entry_once() {
        AtomicInteger made = new AtomicInteger();
        ToolCache cache = new ToolCache(dir.resolve("cache"), said::add);
        ToolCache.Maker maker = (target, workshop) -> {
            made.incrementAndGet();
            Files.writeString(target.resolve("tool"), "x");
        };
        List<CompletableFuture<Path>> runs = List.of(
                CompletableFuture.supplyAsync(() -> cache.entry("tool-1", maker)),
                CompletableFuture.supplyAsync(() -> cache.entry("tool-1", maker)));
        assertThat(runs)
                .allSatisfy(run -> assertThat(run.join().resolve("tool")).hasContent("x"));
        assertThat(made).hasValue(1);
    }

    @Test
    void an_interrupted_attempt_leaves_its_workshop_but_no_entry() {
        ToolCache cache = new ToolCache(dir.resolve("cache"), said::add);
        assertThatThrownBy(() -> cache.entry("tool-2", (target, workshop) -> {
                    Files.writeString(workshop.resolve("fetched"), "x");
                    throw new IOException("No space left on device");
                }))
                .isInstanceOf(UnavailableException.class)
                .hasMessageContainingAll("No space left on device", dir.toString());
        assertThat(dir.resolve("cache/tool-2")).doesNotExist();
        Path entry = cache.entry("tool-2", (target, workshop) -> {
            assertThat(workshop.resolve("fetched")).exists();
            Files.writeString(target.resolve("tool"), "x");
        });
        assertThat(entry.resolve("tool")).exists();
    }

    @Test
    void a_cache_that_cannot_be_written_is_named() throws IOException {
        Path file = Files.writeString(dir.resolve("file"), "");
        ToolCache cache = new ToolCache(file.resolve("cache"), said::add);
        assertThatThrownBy(() -> cache.entry("tool-3", (target, workshop) -> {}))
                .isInstanceOf(UnavailableException.class)
                .hasMessageContaining(file.toString());
    }
}
