package io.airproof.reference.sts.wire;

import com.fasterxml.jackson.databind.JsonNode;
import io.netty.channel.Channel;
import io.netty.channel.ChannelFutureListener;
import io.netty.handler.codec.http.websocketx.CloseWebSocketFrame;
import io.netty.handler.codec.http.websocketx.TextWebSocketFrame;
import io.netty.handler.codec.http.websocketx.WebSocketCloseStatus;
import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.CancellationException;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Future;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.TimeUnit;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** A peer behind a channel. */
final class ChannelPeer implements Peer {

    /** Reads headers of the handshake. */
    @FunctionalInterface
    interface Headers {
        String get(String name);
    }

    private static final Logger LOG = LoggerFactory.getLogger(ChannelPeer.class);

    private final String id;
    private final Headers headers;
    private Optional<Channel> channel = Optional.empty();

    ChannelPeer(String id, Headers headers) {
        this.id = id;
        this.headers = headers;
    }

    void attach(Channel opened) {
        channel = Optional.of(opened);
    }

    private Channel channel() {
        return channel.orElseThrow(() -> new IllegalStateException("the peer is not yet connected"));
    }

    void sendText(String text) {
        if (channel().isWritable()) {
            channel().writeAndFlush(new TextWebSocketFrame(text));
        } else if (channel().isActive()) {
            LOG.atWarn()
                    .addKeyValue("event", "peer_does_not_read")
                    .addKeyValue("stream_id", header("X-Stream-ID"))
                    .log("peer {} is closed: too much waits for it to be read", id);
            channel().close();
        }
    }

    @Override
    public String id() {
        return id;
    }

    @Override
    public String header(String name) {
        return headers.get(name);
    }

    @Override
    public void emit(String event, JsonNode body) {
        sendText(SocketPacket.event(event, body));
    }

    @Override
    public void disconnect() {
        sendText(SocketPacket.goodbye());
        channel()
                .writeAndFlush(new CloseWebSocketFrame(WebSocketCloseStatus.NORMAL_CLOSURE))
                .addListener(ChannelFutureListener.CLOSE);
    }

    @Override
    public void execute(Runnable action) {
        try {
            channel().eventLoop().execute(action);
        } catch (RejectedExecutionException stopping) {
            // The service is stopping: nobody waits for this any more.
        }
    }

    @Override
    public Future<?> schedule(Runnable action, Duration delay) {
        try {
            return channel().eventLoop().schedule(action, delay.toMillis(), TimeUnit.MILLISECONDS);
        } catch (RejectedExecutionException stopping) {
            return CompletableFuture.failedFuture(new CancellationException("the service is stopping"));
        }
    }
}
