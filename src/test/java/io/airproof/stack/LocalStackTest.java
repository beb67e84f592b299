package io.airproof.stack;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import io.airproof.process.ChildProcess;
import io.airproof.process.CommandSpec;
import io.airproof.process.FreePorts;
import io.airproof.stack.provision.Provisioner;
import io.airproof.stack.provision.Toolbox;
import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class LocalStackTest {

    private static final URI TAP = URI.create("http://127.0.0.1:9");

    private final Path dir;

    LocalStackTest(@TempDir Path dir) {
        this.dir = dir;
    }

    private static Toolbox tools() {
        return Provisioner.standard().provision(System.out::println);
    }

    private LocalPlan plan() throws IOException {
        Toolbox tools = tools();
        return LocalPlan.withFreePorts(tools, ReferenceProgram.pack(tools.cache()), dir, TAP);
    }

    private static boolean isOpen(URI address) {
        try (Socket socket = new Socket(address.getHost(), address.getPort())) {
            return socket.isConnected();
        } catch (IOException e) {
            return false;
        }
    }

    @Test
    void media_mtx_runs_with_the_hook_of_this_machine_and_ends_with_the_stack() throws IOException {
        LocalPlan plan = plan();
        LocalStack stack = LocalStack.start(plan, List.of(plan.mediaMtx()));
        assertThat(stack.logs()).singleElement().extracting(ServiceLog::name).isEqualTo("mediamtx");
        assertThat(List.of(stack.rtmp(), stack.rtsp(), stack.mediaMtxApi())).allMatch(LocalStackTest::isOpen);
        assertThat(dir.resolve("mediamtx.yml"))
                .content()
                .contains("runOnUnavailable: '\"" + plan.tools().mtxHook() + "\" not-ready'");
        ChildProcess mediaMtx = stack.processes().get(0);
        stack.close();
        assertThat(mediaMtx.isAlive()).isFalse();
        assertThat(List.of(stack.rtmp(), stack.rtsp(), stack.mediaMtxApi())).noneMatch(LocalStackTest::isOpen);
        stack.close();
    }

    @Test
    void a_taken_port_is_recognised_and_nothing_is_left() throws IOException {
        LocalPlan plan = plan();
        try (ServerSocket thief = new ServerSocket(plan.rtmp().getPort(), 1, InetAddress.getLoopbackAddress())) {
            assertThatThrownBy(() -> LocalStack.start(plan, List.of(plan.mediaMtx())))
                    .isInstanceOfSatisfying(StackStartException.class, e -> assertThat(e.portTaken())
                            .isTrue())
                    .hasMessageContainingAll("mediamtx ended with exit code 1", "address already in use");
            assertThat(thief.isClosed()).isFalse();
        }
        assertThat(isOpen(plan.mediaMtxApi())).isFalse();
    }

    @Test
    void a_wrong_setting_is_said_with_the_last_words_and_takes_the_others_down() throws IOException {
        LocalPlan plan = plan();
        Service wrong = new Service(
                CommandSpec.of("wrong", "sh", "-c", "echo PORT must be a number >&2; exit 2"),
                URI.create("http://127.0.0.1:" + FreePorts.one() + "/health"));
        assertThatThrownBy(() -> LocalStack.start(plan, List.of(plan.mediaMtx(), wrong)))
                .isInstanceOfSatisfying(StackStartException.class, e -> assertThat(e.portTaken())
                        .isFalse())
                .hasMessageContainingAll("wrong ended with exit code 2", "PORT must be a number", "wrong.log");
        assertThat(isOpen(plan.mediaMtxApi())).isFalse();
    }

    @Test
    void after_a_kill_of_the_suite_nothing_is_alive() throws Exception {
        Path said = dir.resolve("said");
        Process suite = new ProcessBuilder(
                        Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                        "-Xshare:auto",
                        "-XX:TieredStopAtLevel=1",
                        "-cp",
                        System.getProperty("surefire.test.class.path", System.getProperty("java.class.path")),
                        KilledSuite.class.getName(),
                        dir.toString(),
                        said.toString())
                .redirectErrorStream(true)
                .redirectOutput(dir.resolve("suite.log").toFile())
                .start();
        await().atMost(Duration.ofSeconds(20)).until(() -> Files.exists(said));
        List<String> lines = Files.readAllLines(said);
        long pid = Long.parseLong(lines.get(0));
        URI api = URI.create(lines.get(1));
        assertThat(isOpen(api)).isTrue();
        suite.destroyForcibly().waitFor();
        await().atMost(Duration.ofSeconds(10))
                .until(() -> !isOpen(api)
                        && ProcessHandle.of(pid).map(mtx -> !mtx.isAlive()).orElse(true));
    }

    /** Starts MediaMTX, says where, and never closes it. */
    static final class KilledSuite {
        public static void main(String[] args) throws Exception {
            LocalPlan plan = new LocalStackTest(Path.of(args[0])).plan();
            LocalStack stack = LocalStack.start(plan, List.of(plan.mediaMtx()));
            Path part = Path.of(args[1] + ".part");
            Files.writeString(part, stack.processes().get(0).pid() + "\n" + stack.mediaMtxApi() + "\n");
            Files.move(part, Path.of(args[1]));
            stack.processes().get(0).exit().get();
        }
    }
}
