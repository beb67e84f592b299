package io.airproof.stack.external;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.sun.net.httpserver.HttpServer;
import io.airproof.process.FreePorts;
import io.airproof.stack.ServiceLog;
import io.airproof.stack.StackStartException;
import io.airproof.stack.StsKind;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ExternalStackTest {

    private static final String ALL = """
            mediamtx.rtmp=rtmp://127.0.0.1:%1$d
            mediamtx.rtsp=rtsp://127.0.0.1:%1$d
            mediamtx.api=http://127.0.0.1:%1$d
            media-service.url=http://127.0.0.1:%1$d
            sts.url=http://127.0.0.1:%1$d
            """;

    private final Path dir;

    ExternalStackTest(@TempDir Path dir) {
        this.dir = dir;
    }

    private ExternalSettings read(String text) throws IOException {
        return ExternalSettings.read(Files.writeString(dir.resolve("my.properties"), text));
    }

    @Test
    void a_file_is_read() throws IOException {
        ExternalSettings settings =
                read(ALL.formatted(1) + "sts.profile=echo\ntap.listen=172.17.0.1:3900\nworker.grace-period-s=0\n");
        assertThat(settings.sts()).containsOnlyKeys(StsKind.ECHO);
        assertThat(settings.tapListen()).contains(new InetSocketAddress("172.17.0.1", 3900));
        assertThat(settings.gracePeriod()).isZero();
        assertThat(read(ALL.formatted(1)).gracePeriod()).isEqualTo(Duration.ofSeconds(30));
    }

    @Test
    void what_a_deployment_lets_the_suite_do_is_read() throws IOException {
        Powers powers = read(ALL.formatted(1) + """
                        media-service.env.WORKER_GRACE_PERIOD_S=30
                        media-service.env.WORKER_SEGMENT_DURATION = 6
                        power.restart-mediamtx=docker restart mediamtx
                        log.media-service=/var/log/media.log
                        """).powers();
        assertThat(powers.has(Map.of("WORKER_GRACE_PERIOD_S", "30"))).isTrue();
        assertThat(powers.has(Map.of("WORKER_GRACE_PERIOD_S", "30", "WORKER_SEGMENT_DURATION", "2")))
                .isFalse();
        assertThat(powers.restartMediaServer()).contains("docker restart mediamtx");
        assertThat(powers.logs()).containsExactly(new ServiceLog("media-service", Path.of("/var/log/media.log")));
        assertThat(read(ALL.formatted(1)).powers()).isEqualTo(new Powers(Map.of(), Optional.empty(), List.of()));
    }

    @Test
    void what_is_missing_unknown_or_wrong_is_named() {
        assertThatThrownBy(() -> read("mediamtx.rtmp=rtmp://h:1\nmediamtx.rtps=x\n"))
                .isInstanceOf(StackStartException.class)
                .hasMessageContainingAll("lacks [media-service.url, mediamtx.api", "has [mediamtx.rtps]");
        assertThatThrownBy(() -> read(ALL.formatted(1) + "sts.profile=loud\n"))
                .hasMessageContaining("sts.profile is \"loud\", but must be dubbing or echo");
        assertThatThrownBy(() -> read(ALL.formatted(1).replace("rtmp://127.0.0.1:1", "127.0.0.1")))
                .hasMessageContaining("mediamtx.rtmp is \"127.0.0.1\", but must be rtmp://host:port");
        assertThatThrownBy(() -> ExternalSettings.read(dir.resolve("nothing"))).hasMessageContaining("cannot be read");
    }

    @Test
    void addresses_where_nobody_is_are_said_in_a_table() throws IOException {
        List<AddressCheck.Row> rows = AddressCheck.of(read(ALL.formatted(FreePorts.one())));
        assertThat(rows).hasSize(5).noneMatch(AddressCheck.Row::good);
        assertThat(AddressCheck.table(rows)).contains("mediamtx.rtmp", "STS, dubbing", "NO: ");
    }

    @Test
    void a_deployment_that_accepts_and_says_nothing_is_found_out_within_15_s() throws IOException {
        try (ServerSocket silent = new ServerSocket(0, 20, InetAddress.getLoopbackAddress())) {
            Instant from = Instant.now();
            List<AddressCheck.Row> rows = AddressCheck.of(read(ALL.formatted(silent.getLocalPort())));
            assertThat(rows.stream().filter(AddressCheck.Row::good))
                    .extracting(AddressCheck.Row::name)
                    .containsExactly("mediamtx.rtmp");
            assertThat(Duration.between(from, Instant.now())).isLessThan(Duration.ofSeconds(15));
        }
    }

    @Test
    void an_sts_that_speaks_another_protocol_is_found_out() throws IOException {
        HttpServer server = HttpServer.create(new InetSocketAddress("127.0.0.1", 0), 0);
        server.createContext("/", exchange -> {
            byte[] body = "{\"status\":\"healthy\",\"service\":\"other\"}".getBytes(StandardCharsets.UTF_8);
            exchange.sendResponseHeaders(200, body.length);
            exchange.getResponseBody().write(body);
            exchange.close();
        });
        server.start();
        try {
            List<AddressCheck.Row> rows =
                    AddressCheck.of(read(ALL.formatted(server.getAddress().getPort())));
            assertThat(rows)
                    .filteredOn(row -> row.name().startsWith("STS"))
                    .singleElement()
                    .satisfies(row -> assertThat(row.finding()).contains("no Socket.IO connection"));
            assertThat(rows)
                    .filteredOn(row -> row.name().equals("media-service.url"))
                    .allMatch(AddressCheck.Row::good);
        } finally {
            server.stop(0);
        }
    }
}
