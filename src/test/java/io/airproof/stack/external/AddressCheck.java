package io.airproof.stack.external;

import io.airproof.driver.http.HealthClient;
import io.airproof.driver.http.HealthReply;
import io.airproof.driver.mediamtx.MediaMtxApi;
import io.airproof.driver.sts.StsClient;
import java.io.IOException;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.Callable;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;

/** Asks every address of a deployment, all at once, whether what is said to be there is there. */
final class AddressCheck {

    /** Longest wait for one answer; a promise is 5 s (DUB-107). All together stay below 15 s. */
    private static final Duration ONE_ANSWER = Duration.ofSeconds(10);

    private static final int CONNECT_MS = 3_000;
    private static final int OK = 200;

    private AddressCheck() {}

    /**
     * What was found at one address.
     *
     * @param name the setting
     * @param address where it leads
     * @param good whether it is what it should be
     * @param finding in a few words
     */
    record Row(String name, URI address, boolean good, String finding) {}

    /** Asks all of them. */
    static List<Row> of(ExternalSettings settings) {
        List<CompletableFuture<Row>> rows = new ArrayList<>();
        rows.add(ask("mediamtx.rtmp", settings.rtmp(), () -> accepts(settings.rtmp())));
        rows.add(ask("mediamtx.rtsp", settings.rtsp(), () -> rtsp(settings.rtsp())));
        rows.add(ask("mediamtx.api", settings.api(), () -> {
            int paths = new MediaMtxApi(settings.api()).paths().size();
            return "answers, " + paths + " paths";
        }));
        rows.add(ask(
                "media-service.url",
                settings.mediaService(),
                () -> health(HealthClient.mediaService(settings.mediaService()))));
        settings.sts()
                .forEach((kind, address) ->
                        rows.add(ask("STS, " + kind.name().toLowerCase(Locale.ROOT), address, () -> sts(address))));
        return rows.stream().map(CompletableFuture::join).toList();
    }

    /** The rows as a table, one line each. */
    static String table(List<Row> rows) {
        StringBuilder table = new StringBuilder();
        for (Row row : rows) {
            table.append(String.format(Locale.ROOT, "  %-18s %-32s %s%n", row.name(), row.address(), row.finding()));
        }
        return table.toString();
    }

    private static CompletableFuture<Row> ask(String name, URI address, Callable<String> question) {
        CompletableFuture<Row> row = new CompletableFuture<>();
        Thread thread = new Thread(
                () -> {
                    try {
                        row.complete(new Row(name, address, true, question.call()));
                    } catch (Exception e) {
                        row.complete(new Row(name, address, false, "NO: " + reason(e)));
                    }
                },
                "check-" + name);
        thread.setDaemon(true);
        thread.start();
        return row.completeOnTimeout(
                new Row(name, address, false, "NO: nothing came within " + ONE_ANSWER.toSeconds() + " s"),
                ONE_ANSWER.toMillis(),
                TimeUnit.MILLISECONDS);
    }

    private static String reason(Exception e) {
        String message = String.valueOf(e.getMessage()).lines().findFirst().orElse("");
        return e instanceof IOException ? e.getClass().getSimpleName() + ", " + message : message;
    }

    private static String accepts(URI address) throws IOException {
        try (Socket socket = connect(address)) {
            return socket.isConnected() ? "accepts connections" : "is closed";
        }
    }

    private static String rtsp(URI address) throws IOException {
        try (Socket socket = connect(address)) {
            String request = "OPTIONS " + address + "/ RTSP/1.0\r\nCSeq: 1\r\n\r\n";
            socket.getOutputStream().write(request.getBytes(StandardCharsets.US_ASCII));
            byte[] answer = socket.getInputStream().readNBytes("RTSP/1.0".length());
            String said = new String(answer, StandardCharsets.US_ASCII);
            if (!said.equals("RTSP/1.0")) {
                throw new IOException("speaks no RTSP, it said \"" + said + "\"");
            }
            return "answers";
        }
    }

    private static Socket connect(URI address) throws IOException {
        Socket socket = new Socket();
        socket.connect(new InetSocketAddress(address.getHost(), address.getPort()), CONNECT_MS);
        socket.setSoTimeout(CONNECT_MS);
        return socket;
    }

    private static String health(HealthClient client) throws IOException {
        HealthReply reply = client.ask();
        if (reply.status() != OK) {
            throw new IOException("GET /health answers " + reply.status());
        }
        return "answers, " + reply.body().optString("service", "without a name") + ", "
                + reply.body().optString("status");
    }

    /** A port that answers may still speak another protocol: the proof is a Socket.IO connection. */
    private static String sts(URI address) throws IOException {
        String health = health(HealthClient.sts(address));
        try (StsClient client = StsClient.connect(address, "address-check", Duration.ofMillis(CONNECT_MS))) {
            return client.isConnected() ? health + ", speaks Socket.IO" : health;
        }
    }
}
