package io.airproof.reference.sts.wire;

import io.netty.channel.ChannelHandlerContext;
import io.netty.channel.ChannelInboundHandlerAdapter;
import io.netty.handler.codec.http.HttpRequest;
import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;

/**
 * Closes a connection that does not bring a whole request in time, however steadily it drips. To stand behind the
 * handler that makes requests whole; to be removed when the connection becomes a WebSocket.
 */
final class RequestPatience extends ChannelInboundHandlerAdapter {

    private final Duration patience;
    private Optional<Future<?>> timer = Optional.empty();

    RequestPatience(Duration patience) {
        this.patience = patience;
    }

    @Override
    public void channelActive(ChannelHandlerContext context) {
        wait(context);
        context.fireChannelActive();
    }

    @Override
    public void channelRead(ChannelHandlerContext context, Object message) {
        if (message instanceof HttpRequest) {
            wait(context);
        }
        context.fireChannelRead(message);
    }

    private void wait(ChannelHandlerContext context) {
        cancel();
        timer = Optional.of(
                context.executor().schedule(() -> context.close(), patience.toMillis(), TimeUnit.MILLISECONDS));
    }

    @Override
    public void channelInactive(ChannelHandlerContext context) {
        cancel();
        context.fireChannelInactive();
    }

    @Override
    public void handlerRemoved(ChannelHandlerContext context) {
        cancel();
    }

    private void cancel() {
        timer.ifPresent(running -> running.cancel(false));
    }
}
