package io.airproof.reference.media.sts;

import io.airproof.reference.media.settings.MediaSettings;
import io.socket.client.IO;
import io.socket.client.Socket;
import io.socket.engineio.client.transports.WebSocket;
import java.net.URI;
import java.security.cert.X509Certificate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;
import okhttp3.OkHttpClient;
import okhttp3.tls.HandshakeCertificates;
import org.json.JSONArray;
import org.json.JSONObject;

/** One connection to the STS for one stream: a socket that is opened once and not by itself again. */
public final class StsConnection implements AutoCloseable {

    /** Longest wait for the connection (contract 6.4: a try lasts 10 s). */
    private static final long CONNECT_TIMEOUT_MS = 10_000;

    private final Socket socket;
    private final String streamId;
    private final StsListener listener;

    /**
     * Prepares a connection; nothing is sent before {@link #open}.
     *
     * @param sts {@code http} or {@code https} address
     * @param trusted certificates that it may have beside those that the platform trusts
     * @param streamId of the stream; the worker is called after it
     * @param listener told what the STS says
     */
    public StsConnection(URI sts, List<X509Certificate> trusted, String streamId, StsListener listener) {
        IO.Options options = IO.Options.builder()
                .setForceNew(true)
                .setReconnection(false)
                .setTimeout(CONNECT_TIMEOUT_MS)
                .setTransports(new String[] {WebSocket.NAME})
                .setExtraHeaders(Map.of("X-Stream-ID", List.of(streamId), "X-Worker-ID", List.of(workerId(streamId))))
                .build();
        if (!trusted.isEmpty()) {
            OkHttpClient client = trusting(trusted);
            options.webSocketFactory = client;
            options.callFactory = client;
        }
        this.socket = IO.socket(sts, options);
        this.streamId = streamId;
        this.listener = listener;
    }

    private static OkHttpClient trusting(List<X509Certificate> certificates) {
        HandshakeCertificates.Builder trust = new HandshakeCertificates.Builder().addPlatformTrustedCertificates();
        certificates.forEach(trust::addTrustedCertificate);
        HandshakeCertificates all = trust.build();
        return new OkHttpClient.Builder()
                .sslSocketFactory(all.sslSocketFactory(), all.trustManager())
                .build();
    }

    /** What a worker calls itself (contract 4.3). */
    public static String workerId(String streamId) {
        return "worker-" + streamId;
    }

    /** Connects, and runs {@code connected} when that has been done. */
    public void open(Runnable connected) {
        socket.on(Socket.EVENT_CONNECT, arguments -> connected.run());
        socket.on(Socket.EVENT_CONNECT_ERROR, arguments -> listener.disconnected("no connection: " + words(arguments)));
        socket.on(Socket.EVENT_DISCONNECT, arguments -> listener.disconnected(words(arguments)));
        on("stream:ready", listener::ready);
        on("fragment:processed", listener::processed);
        on("error", body -> listener.error(StsFailure.of(body)));
        on("backpressure", listener::backpressure);
        on("stream:complete", listener::complete);
        socket.connect();
    }

    /** Opens the session. */
    public void init(MediaSettings settings, int sampleRate, int channels) {
        JSONObject config = new JSONObject()
                .put("source_language", settings.speech().sourceLanguage())
                .put("target_language", settings.speech().targetLanguage())
                .put("voice_profile", settings.speech().voice())
                .put("chunk_duration_ms", settings.segmentLength().toMillis())
                .put("sample_rate_hz", sampleRate)
                .put("channels", channels)
                .put("format", "m4a")
                .put("domain_hints", new JSONArray(settings.speech().hints()));
        socket.emit(
                "stream:init",
                new JSONObject()
                        .put("stream_id", streamId)
                        .put("worker_id", workerId(streamId))
                        .put("config", config)
                        .put("max_inflight", settings.maxInflight())
                        .put("timeout_ms", settings.stsTimeout().toMillis()));
    }

    /** Sends a fragment. */
    public void send(Fragment fragment) {
        socket.emit("fragment:data", fragment.toJson(streamId));
    }

    /** Tells what became of a result. */
    public void acknowledge(String fragmentId, boolean applied) {
        socket.emit(
                "fragment:ack",
                new JSONObject()
                        .put("fragment_id", fragmentId)
                        .put("status", applied ? "applied" : "received")
                        .put("timestamp", System.currentTimeMillis()));
    }

    /** Ends the session. */
    public void end(String reason) {
        socket.emit("stream:end", new JSONObject().put("stream_id", streamId).put("reason", reason));
    }

    private void on(String event, Consumer<JSONObject> then) {
        socket.on(event, arguments -> object(arguments).ifPresent(then));
    }

    private static Optional<JSONObject> object(Object[] arguments) {
        return arguments.length > 0 && arguments[0] instanceof JSONObject body ? Optional.of(body) : Optional.empty();
    }

    private static String words(Object[] arguments) {
        return arguments.length > 0 ? String.valueOf(arguments[0]) : "no reason given";
    }

    /** Hangs up; the listener hears nothing more. */
    @Override
    public void close() {
        socket.off();
        socket.disconnect();
    }
}
