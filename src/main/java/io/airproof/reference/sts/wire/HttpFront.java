package io.airproof.reference.sts.wire;

import io.netty.buffer.ByteBufUtil;
import io.netty.channel.ChannelFutureListener;
import io.netty.channel.ChannelHandlerContext;
import io.netty.channel.SimpleChannelInboundHandler;
import io.netty.handler.codec.http.DefaultFullHttpResponse;
import io.netty.handler.codec.http.FullHttpRequest;
import io.netty.handler.codec.http.HttpHeaderNames;
import io.netty.handler.codec.http.HttpHeaders;
import io.netty.handler.codec.http.HttpMethod;
import io.netty.handler.codec.http.HttpResponseStatus;
import io.netty.handler.codec.http.HttpUtil;
import io.netty.handler.codec.http.HttpVersion;
import io.netty.handler.codec.http.QueryStringDecoder;
import io.netty.handler.codec.http.websocketx.WebSocketDecoderConfig;
import io.netty.handler.codec.http.websocketx.WebSocketFrameAggregator;
import io.netty.handler.codec.http.websocketx.WebSocketServerHandshaker;
import io.netty.handler.codec.http.websocketx.WebSocketServerHandshakerFactory;
import java.util.List;
import java.util.Map;
import java.util.function.Supplier;

/** Answers plain GETs, refuses polling, and turns a WebSocket handshake into an {@link EngineChannel}. */
final class HttpFront extends SimpleChannelInboundHandler<FullHttpRequest> {

    private static final String SOCKET_IO = "/socket.io/";
    private static final int MAX_HEADER_CHARACTERS = 64;

    private final WireSettings settings;
    private final Map<String, Supplier<HttpReply>> pages;
    private final Gate gate;
    private final Reception reception;

    HttpFront(WireSettings settings, Map<String, Supplier<HttpReply>> pages, Gate gate, Reception reception) {
        super(FullHttpRequest.class);
        this.settings = settings;
        this.pages = pages;
        this.gate = gate;
        this.reception = reception;
    }

    @Override
    protected void channelRead0(ChannelHandlerContext context, FullHttpRequest request) {
        if (request.decoderResult().isFailure()) {
            HttpUtil.setKeepAlive(request, false);
            reply(context, request, HttpReply.json(400, "{\"detail\":\"this is no HTTP request that can be read\"}"));
            return;
        }
        QueryStringDecoder uri = new QueryStringDecoder(request.uri());
        if (uri.path().equals(SOCKET_IO) || uri.path().equals("/socket.io")) {
            socket(context, request, uri);
        } else if (!pages.containsKey(uri.path())) {
            reply(context, request, HttpReply.json(404, "{\"detail\":\"there is no such page\"}"));
        } else if (!request.method().equals(HttpMethod.GET) && !request.method().equals(HttpMethod.HEAD)) {
            reply(context, request, HttpReply.json(405, "{\"detail\":\"only GET is answered here\"}"));
        } else {
            reply(context, request, pages.get(uri.path()).get());
        }
    }

    private void socket(ChannelHandlerContext context, FullHttpRequest request, QueryStringDecoder uri) {
        String version = parameter(uri, "EIO");
        boolean upgrade = request.headers().containsValue(HttpHeaderNames.UPGRADE, "websocket", true);
        if (!parameter(uri, "transport").equals("websocket") || !upgrade) {
            reply(
                    context,
                    request,
                    HttpReply.json(400, "{\"code\":0,\"message\":\"Transport unknown: only websocket\"}"));
        } else if (!version.equals("4")) {
            reply(
                    context,
                    request,
                    HttpReply.json(400, "{\"code\":5,\"message\":\"Unsupported protocol version: only EIO=4\"}"));
        } else {
            upgrade(context, request);
        }
    }

    private static String parameter(QueryStringDecoder uri, String name) {
        return uri.parameters().getOrDefault(name, List.of("")).get(0);
    }

    private void upgrade(ChannelHandlerContext context, FullHttpRequest request) {
        WebSocketServerHandshaker handshaker = new WebSocketServerHandshakerFactory(
                        "ws://localhost" + SOCKET_IO,
                        null,
                        WebSocketDecoderConfig.newBuilder()
                                .maxFramePayloadLength(settings.maxMessageBytes())
                                .closeOnProtocolViolation(false)
                                .build())
                .newHandshaker(request);
        if (handshaker == null) {
            WebSocketServerHandshakerFactory.sendUnsupportedVersionResponse(context.channel());
            return;
        }
        HttpHeaders headers = request.headers().copy();
        EngineChannel engine = new EngineChannel(settings, gate, reception, name -> shorten(headers.get(name, "")));
        // The handshaker needs the HTTP decoder in place until its answer is written.
        context.pipeline().addLast(new WebSocketFrameAggregator(settings.maxMessageBytes()), engine);
        ChannelHandlerContext engineContext = context.pipeline().context(engine);
        handshaker.handshake(context.channel(), request).addListener(done -> {
            if (done.isSuccess()) {
                engine.opened(engineContext);
            } else {
                context.close();
            }
        });
        context.pipeline().remove(RequestPatience.class);
        context.pipeline().remove(this);
    }

    private static String shorten(String value) {
        return value.length() <= MAX_HEADER_CHARACTERS ? value : value.substring(0, MAX_HEADER_CHARACTERS);
    }

    private static void reply(ChannelHandlerContext context, FullHttpRequest request, HttpReply reply) {
        DefaultFullHttpResponse response = new DefaultFullHttpResponse(
                HttpVersion.HTTP_1_1,
                HttpResponseStatus.valueOf(reply.status()),
                ByteBufUtil.writeUtf8(context.alloc(), reply.body()));
        response.headers()
                .set(HttpHeaderNames.CONTENT_TYPE, reply.contentType())
                .setInt(HttpHeaderNames.CONTENT_LENGTH, response.content().readableBytes());
        if (request.method().equals(HttpMethod.HEAD)) {
            response.content().clear();
        }
        boolean keepAlive = HttpUtil.isKeepAlive(request);
        HttpUtil.setKeepAlive(response, keepAlive);
        var written = context.writeAndFlush(response);
        if (!keepAlive) {
            written.addListener(ChannelFutureListener.CLOSE);
        }
    }

    @Override
    public void exceptionCaught(ChannelHandlerContext context, Throwable cause) {
        context.close();
    }
}
