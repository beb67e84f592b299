package io.airproof.reference.sts.wire;

import io.netty.bootstrap.ServerBootstrap;
import io.netty.channel.Channel;
import io.netty.channel.ChannelInitializer;
import io.netty.channel.ChannelOption;
import io.netty.channel.EventLoopGroup;
import io.netty.channel.WriteBufferWaterMark;
import io.netty.channel.epoll.Epoll;
import io.netty.channel.epoll.EpollEventLoopGroup;
import io.netty.channel.epoll.EpollServerSocketChannel;
import io.netty.channel.nio.NioEventLoopGroup;
import io.netty.channel.socket.SocketChannel;
import io.netty.channel.socket.nio.NioServerSocketChannel;
import io.netty.handler.codec.http.HttpObjectAggregator;
import io.netty.handler.codec.http.HttpServerCodec;
import io.netty.util.concurrent.DefaultThreadFactory;
import java.io.IOException;
import java.net.InetSocketAddress;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import java.util.function.Supplier;

/** One port for pages and Socket.IO. */
public final class WireServer implements AutoCloseable {

    private static final int MAX_HTTP_BODY_BYTES = 65_536;
    private static final long STOP_PATIENCE_MS = 1_000;

    private final EventLoopGroup loops;
    private final Channel listening;

    private WireServer(EventLoopGroup loops, Channel listening) {
        this.loops = loops;
        this.listening = listening;
    }

    /**
     * Binds and serves.
     *
     * @param pages path to page; a page is made on a thread of a connection and must not block
     * @throws IOException naming the address if it cannot be bound
     */
    public static WireServer start(
            InetSocketAddress address,
            WireSettings settings,
            Map<String, Supplier<HttpReply>> pages,
            Reception reception)
            throws IOException {
        Gate gate = new Gate(settings.maxConnections());
        DefaultThreadFactory threads = new DefaultThreadFactory("sts-io", true);
        EventLoopGroup loops =
                Epoll.isAvailable() ? new EpollEventLoopGroup(0, threads) : new NioEventLoopGroup(0, threads);
        var bound = new ServerBootstrap()
                .group(loops)
                .channel(Epoll.isAvailable() ? EpollServerSocketChannel.class : NioServerSocketChannel.class)
                .childOption(ChannelOption.TCP_NODELAY, true)
                .childOption(ChannelOption.WRITE_BUFFER_WATER_MARK, unread(settings))
                .childHandler(new ChannelInitializer<SocketChannel>() {
                    @Override
                    protected void initChannel(SocketChannel channel) {
                        channel.pipeline()
                                .addLast(
                                        new PromptAcknowledgement(),
                                        new HttpServerCodec(),
                                        new HttpObjectAggregator(MAX_HTTP_BODY_BYTES),
                                        new RequestPatience(settings.requestPatience()),
                                        new HttpFront(settings, pages, gate, reception));
                    }
                })
                .bind(address)
                .awaitUninterruptibly();
        if (!bound.isSuccess()) {
            loops.shutdownGracefully(0, STOP_PATIENCE_MS, TimeUnit.MILLISECONDS);
            throw new IOException(
                    "cannot listen on " + address.getHostString() + ":" + address.getPort() + " (HOST, PORT): "
                            + bound.cause().getMessage(),
                    bound.cause());
        }
        return new WireServer(loops, bound.channel());
    }

    /** So much may wait for a peer that does not read: two of the longest messages. */
    private static WriteBufferWaterMark unread(WireSettings settings) {
        int most = (int) Math.min(Integer.MAX_VALUE, 2L * settings.maxMessageBytes());
        return new WriteBufferWaterMark(most / 2, most);
    }

    /** The port that is served. */
    public int port() {
        return ((InetSocketAddress) listening.localAddress()).getPort();
    }

    /** Stops listening and closes every connection. */
    @Override
    public void close() {
        listening.close().awaitUninterruptibly(STOP_PATIENCE_MS);
        loops.shutdownGracefully(0, STOP_PATIENCE_MS, TimeUnit.MILLISECONDS).awaitUninterruptibly(2 * STOP_PATIENCE_MS);
    }
}
