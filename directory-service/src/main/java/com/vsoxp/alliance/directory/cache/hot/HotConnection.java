package com.vsoxp.alliance.directory.cache.hot;

import io.netty.buffer.ByteBuf;
import io.netty.channel.ChannelDuplexHandler;
import io.netty.channel.ChannelHandlerContext;
import io.netty.channel.ChannelPromise;
import io.netty.handler.codec.http.HttpHeaderNames;
import io.netty.handler.codec.http.HttpHeaderValues;
import io.netty.handler.codec.http.HttpMethod;
import io.netty.handler.codec.http.HttpRequest;
import io.netty.handler.codec.http.HttpResponse;
import io.netty.handler.codec.http.HttpResponseEncoder;
import io.netty.handler.codec.http.HttpStatusClass;
import io.netty.handler.codec.http.HttpVersion;
import io.netty.handler.codec.http.LastHttpContent;
import io.netty.util.ReferenceCountUtil;
import io.vertx.core.http.HttpServerRequest;
import io.vertx.core.net.impl.ConnectionBase;
import java.nio.charset.StandardCharsets;
import java.time.Clock;

/**
 * A kept-alive connection of HTTP/1.1 that is answered from memory before a request becomes one of the framework's, which would cost
 * as much as the answer. It joins the connection with the first request and lets pass what {@link HotDoor} or a resource is to look at; and
 * while one of those is not answered yet, all others, for answers go in the order of requests.
 */
final class HotConnection extends ChannelDuplexHandler {

    /** The framework's own last handler. */
    private static final String NEXT = "handler";

    /** A body up to this size is copied behind its head, which is cheaper than to send two pieces. */
    private static final int WORTH_COPYING = 8 << 10;

    /** What follows a head: a date, an id and line ends. */
    private static final int ROOM = 256;

    private static final byte[] ID = (HotReply.ID + ": ").getBytes(StandardCharsets.US_ASCII);
    private static final byte[] END = "\r\n\r\n".getBytes(StandardCharsets.US_ASCII);

    /** With these a request asks for more than a read, or for what not everybody is answered. */
    private static final CharSequence[] NOT_HERE = {
        HttpHeaderNames.AUTHORIZATION, HttpHeaderNames.ORIGIN, HttpHeaderNames.UPGRADE, HttpHeaderNames.EXPECT
    };

    private final HotAnswers answers;
    private final Clock clock;
    private final String scheme;

    /** Where bytes go out as they are written. */
    private final ChannelHandlerContext wire;

    // It joins while the first request is being answered.
    private int unanswered = 1;
    private boolean isMissing;
    private boolean isSkipping;
    private boolean hasWritten;
    private boolean isHoldingBack;

    private HotConnection(HotAnswers answers, Clock clock, String scheme, ChannelHandlerContext wire) {
        this.answers = answers;
        this.clock = clock;
        this.scheme = scheme;
        this.wire = wire;
    }

    /**
     * Sees to it that the requests that follow this one on its connection are answered from memory, if that is possible.
     *
     * @return whether memory was asked for this one already, and had nothing
     */
    static boolean join(HttpServerRequest request, HotAnswers answers, Clock clock) {
        if (request.version() != io.vertx.core.http.HttpVersion.HTTP_1_1
                || !(request.connection() instanceof ConnectionBase connection)) {
            return false;
        }
        var pipeline = connection.channel().pipeline();
        var joined = pipeline.get(HotConnection.class);
        if (joined != null) {
            return joined.isMissing;
        }
        var wire = pipeline.context(HttpResponseEncoder.class);
        if (wire != null && pipeline.get(NEXT) != null) {
            pipeline.addBefore(NEXT, null, new HotConnection(answers, clock, request.scheme(), wire));
        }
        return false;
    }

    @Override
    public void channelRead(ChannelHandlerContext context, Object message) {
        if (isSkipping) {
            isSkipping = !(message instanceof LastHttpContent);
            ReferenceCountUtil.release(message);
        } else if (message instanceof HttpRequest request) {
            read(context, request);
        } else {
            context.fireChannelRead(message);
        }
    }

    private void read(ChannelHandlerContext context, HttpRequest request) {
        var mayAnswer = unanswered == 0 && isPlainRead(request);
        if (mayAnswer && answer(request)) {
            isSkipping = !(request instanceof LastHttpContent);
            ReferenceCountUtil.release(request);
            return;
        }
        unanswered++;
        isMissing = mayAnswer;
        context.fireChannelRead(request);
        isMissing = false;
    }

    private static boolean isPlainRead(HttpRequest request) {
        if (request.decoderResult().isFailure()
                || request.protocolVersion() != HttpVersion.HTTP_1_1
                || request.method() != HttpMethod.GET) {
            return false;
        }
        var headers = request.headers();
        var connection = headers.get(HttpHeaderNames.CONNECTION);
        if (connection != null && !HttpHeaderValues.KEEP_ALIVE.contentEqualsIgnoreCase(connection)) {
            return false;
        }
        for (var name : NOT_HERE) {
            if (headers.contains(name)) {
                return false;
            }
        }
        return true;
    }

    private boolean answer(HttpRequest request) {
        var headers = request.headers();
        var key = HotReply.key(
                scheme, headers.get(HttpHeaderNames.HOST), headers.get(HttpHeaderNames.ACCEPT), request.uri());
        var now = clock.instant();
        var answer = key == null ? null : answers.find(key, now);
        if (answer == null) {
            return false;
        }
        send(answer, HotReply.to(headers::get, answer, now));
        return true;
    }

    private void send(HotAnswer answer, HotReply reply) {
        var head = answer.head(reply.has(), reply.takesGzip());
        var body = reply.has() ? null : answer.body(reply.takesGzip()).getByteBuf();
        var copied = body != null && body.readableBytes() <= WORTH_COPYING ? body.readableBytes() : 0;
        var out = wire.alloc().ioBuffer(head.length + ROOM + copied);
        out.writeBytes(head);
        if (reply.isDated()) {
            out.writeBytes(answer.dateLine());
        }
        out.writeBytes(ID).writeCharSequence(reply.id(), StandardCharsets.US_ASCII);
        out.writeBytes(END);
        if (copied > 0) {
            out.writeBytes(body, body.readerIndex(), copied);
        }
        write(out);
        if (body != null && copied == 0) {
            write(body);
        }
        hasWritten = true;
    }

    private void write(ByteBuf bytes) {
        wire.write(bytes, wire.voidPromise());
    }

    @Override
    public void channelReadComplete(ChannelHandlerContext context) {
        if (hasWritten) {
            hasWritten = false;
            wire.flush();
            holdBack(context);
        }
        context.fireChannelReadComplete();
    }

    /** From who sends requests and takes no answers no more is read, lest the answers pile up here. */
    private void holdBack(ChannelHandlerContext context) {
        if (!context.channel().isWritable() && unanswered == 0) {
            isHoldingBack = true;
            context.channel().config().setAutoRead(false);
        }
    }

    @Override
    public void channelWritabilityChanged(ChannelHandlerContext context) {
        if (isHoldingBack && context.channel().isWritable()) {
            isHoldingBack = false;
            context.channel().config().setAutoRead(true);
        }
        context.fireChannelWritabilityChanged();
    }

    @Override
    public void write(ChannelHandlerContext context, Object message, ChannelPromise promise) {
        var isInterim = message instanceof HttpResponse response
                && response.status().codeClass() == HttpStatusClass.INFORMATIONAL;
        if (message instanceof LastHttpContent && !isInterim) {
            unanswered--;
        }
        context.write(message, promise);
    }
}
