package io.airproof.reference.sts.wire;

import io.netty.channel.ChannelHandlerContext;
import io.netty.channel.ChannelInboundHandlerAdapter;
import io.netty.channel.epoll.EpollSocketChannel;

/**
 * Makes the kernel acknowledge received segments at once. A client that has not switched off Nagle's algorithm, as the
 * Java client has not, else holds the end of a large message for 40 ms. The kernel forgets the wish, so it is repeated.
 */
final class PromptAcknowledgement extends ChannelInboundHandlerAdapter {

    @Override
    public void channelActive(ChannelHandlerContext context) {
        renew(context);
        context.fireChannelActive();
    }

    @Override
    public void channelReadComplete(ChannelHandlerContext context) {
        renew(context);
        context.fireChannelReadComplete();
    }

    private static void renew(ChannelHandlerContext context) {
        if (context.channel() instanceof EpollSocketChannel socket && socket.isActive()) {
            socket.config().setTcpQuickAck(true);
        }
    }
}
