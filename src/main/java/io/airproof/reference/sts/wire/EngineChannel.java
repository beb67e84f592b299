package io.airproof.reference.sts.wire;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.airproof.reference.sts.message.Json;
import io.netty.channel.ChannelFutureListener;
import io.netty.channel.ChannelHandlerContext;
import io.netty.channel.SimpleChannelInboundHandler;
import io.netty.handler.codec.TooLongFrameException;
import io.netty.handler.codec.http.websocketx.BinaryWebSocketFrame;
import io.netty.handler.codec.http.websocketx.CloseWebSocketFrame;
import io.netty.handler.codec.http.websocketx.CorruptedWebSocketFrameException;
import io.netty.handler.codec.http.websocketx.PingWebSocketFrame;
import io.netty.handler.codec.http.websocketx.PongWebSocketFrame;
import io.netty.handler.codec.http.websocketx.TextWebSocketFrame;
import io.netty.handler.codec.http.websocketx.WebSocketCloseStatus;
import io.netty.handler.codec.http.websocketx.WebSocketFrame;
import java.time.Duration;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Engine.IO 4 on one WebSocket: heartbeat, joining, events. Everything runs on the thread of its channel. */
final class EngineChannel extends SimpleChannelInboundHandler<WebSocketFrame> {

    private static final Logger LOG = LoggerFactory.getLogger(EngineChannel.class);

    /** A ping leaves this much early, so that a silent peer is gone within interval plus timeout. */
    private static final Duration PING_EARLINESS = Duration.ofMillis(200);

    /** A peer that has not joined by then is closed. */
    private static final Duration JOIN_PATIENCE = Duration.ofSeconds(20);

    /** A refused peer may read the reason for this long. */
    private static final Duration REFUSAL_LINGER = Duration.ofSeconds(1);

    private final WireSettings settings;
    private final Gate gate;
    private final Reception reception;
    private final ChannelPeer peer;
    private final String id = UUID.randomUUID().toString();
    private Optional<PeerListener> listener = Optional.empty();
    private Optional<Future<?>> heartbeat = Optional.empty();

    EngineChannel(WireSettings settings, Gate gate, Reception reception, ChannelPeer.Headers headers) {
        super(WebSocketFrame.class);
        this.settings = settings;
        this.gate = gate;
        this.reception = reception;
        this.peer = new ChannelPeer(id, headers);
    }

    /** The WebSocket is open. */
    void opened(ChannelHandlerContext context) {
        peer.attach(context.channel());
        ObjectNode open = Json.object().put("sid", id);
        open.putArray("upgrades");
        peer.sendText("0"
                + Json.text(open.put("pingInterval", settings.pingInterval().toMillis())
                        .put("pingTimeout", settings.pingTimeout().toMillis())
                        .put("maxPayload", settings.maxMessageBytes())));
        scheduleHeartbeat(context);
        context.executor()
                .schedule(
                        () -> {
                            if (listener.isEmpty()) {
                                context.close();
                            }
                        },
                        JOIN_PATIENCE.toMillis(),
                        TimeUnit.MILLISECONDS);
    }

    private void scheduleHeartbeat(ChannelHandlerContext context) {
        heartbeat.ifPresent(timer -> timer.cancel(false));
        long early = Math.min(PING_EARLINESS.toMillis(), settings.pingInterval().toMillis() / 10);
        heartbeat = Optional.of(context.executor()
                .schedule(() -> ping(context), settings.pingInterval().toMillis() - early, TimeUnit.MILLISECONDS));
    }

    private void ping(ChannelHandlerContext context) {
        peer.sendText("2");
        heartbeat = Optional.of(context.executor()
                .schedule(
                        () -> {
                            LOG.atInfo()
                                    .addKeyValue("event", "peer_silent")
                                    .addKeyValue("stream_id", peer.header("X-Stream-ID"))
                                    .log("peer {} did not answer the ping within {}", id, settings.pingTimeout());
                            context.close();
                        },
                        settings.pingTimeout().toMillis(),
                        TimeUnit.MILLISECONDS));
    }

    @Override
    protected void channelRead0(ChannelHandlerContext context, WebSocketFrame frame) {
        if (frame instanceof TextWebSocketFrame text) {
            message(context, text.text());
        } else if (frame instanceof PingWebSocketFrame ping) {
            context.writeAndFlush(new PongWebSocketFrame(ping.content().retain()));
        } else if (frame instanceof CloseWebSocketFrame close) {
            context.writeAndFlush(close.retain()).addListener(ChannelFutureListener.CLOSE);
        } else if (frame instanceof BinaryWebSocketFrame) {
            violation(context, "binary message");
        }
    }

    private void message(ChannelHandlerContext context, String text) {
        switch (text.isEmpty() ? ' ' : text.charAt(0)) {
            case '1' -> context.close();
            case '2' -> peer.sendText("3" + text.substring(1));
            case '3' -> scheduleHeartbeat(context);
            case '4' -> packet(context, text.substring(1));
            case '6' -> {}
            default -> violation(context, "unknown Engine.IO packet");
        }
    }

    private void packet(ChannelHandlerContext context, String text) {
        SocketPacket packet;
        try {
            packet = SocketPacket.parse(text);
        } catch (IllegalArgumentException malformed) {
            violation(context, String.valueOf(malformed.getMessage()));
            return;
        }
        if (packet instanceof SocketPacket.Connect connect) {
            join(context, connect.namespace());
        } else if (packet instanceof SocketPacket.Disconnect && listener.isPresent()) {
            context.close();
        } else if (packet instanceof SocketPacket.Event event
                && packet.namespace().equals("/")) {
            listener.ifPresent(ear -> ear.event(event.name(), event.body()));
        }
    }

    private void join(ChannelHandlerContext context, String namespace) {
        if (!namespace.equals("/")) {
            peer.sendText(SocketPacket.connectError(namespace, error("Invalid namespace")));
        } else if (listener.isPresent()) {
            LOG.atDebug().log("peer {} joined twice", id);
        } else if (gate.enter()) {
            peer.sendText(SocketPacket.welcome(UUID.randomUUID().toString()));
            listener = Optional.of(reception.joined(peer));
        } else {
            JsonNode reason = error("connection limit reached")
                    .set("data", Json.object().put("code", "RATE_LIMIT").put("retryable", true));
            peer.sendText(SocketPacket.connectError("/", reason));
            peer.schedule(context::close, REFUSAL_LINGER);
        }
    }

    private static ObjectNode error(String message) {
        return Json.object().put("message", message);
    }

    private void violation(ChannelHandlerContext context, String what) {
        LOG.atWarn()
                .addKeyValue("event", "protocol_violation")
                .addKeyValue("stream_id", peer.header("X-Stream-ID"))
                .log("peer {} sent: {}", id, what);
        end(context, WebSocketCloseStatus.PROTOCOL_ERROR);
    }

    /** The goodbye comes first: the Java client does not notice a mere close frame until a ping is missing. */
    private void end(ChannelHandlerContext context, WebSocketCloseStatus why) {
        if (listener.isPresent()) {
            peer.sendText(SocketPacket.goodbye());
        }
        context.writeAndFlush(new CloseWebSocketFrame(why)).addListener(ChannelFutureListener.CLOSE);
    }

    @Override
    public void channelInactive(ChannelHandlerContext context) {
        heartbeat.ifPresent(timer -> timer.cancel(false));
        listener.ifPresent(ear -> {
            gate.leave();
            ear.closed();
        });
        listener = Optional.empty();
    }

    @Override
    public void exceptionCaught(ChannelHandlerContext context, Throwable cause) {
        LOG.atInfo()
                .addKeyValue("event", "connection_broken")
                .addKeyValue("stream_id", peer.header("X-Stream-ID"))
                .log("peer {}: {}", id, cause.toString());
        if (cause instanceof CorruptedWebSocketFrameException broken) {
            end(context, broken.closeStatus());
        } else if (cause instanceof TooLongFrameException) {
            end(context, WebSocketCloseStatus.MESSAGE_TOO_BIG);
        } else {
            context.close();
        }
    }
}
