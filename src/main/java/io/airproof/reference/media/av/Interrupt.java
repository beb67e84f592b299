package io.airproof.reference.media.av;

import java.time.Duration;
import org.bytedeco.ffmpeg.avformat.AVFormatContext;
import org.bytedeco.ffmpeg.avformat.AVIOInterruptCB;
import org.bytedeco.javacpp.Pointer;

/**
 * Ends calls of libav that wait for the network: when asked to, from any thread, or when their time is over. libav asks
 * about ten times a second.
 */
public final class Interrupt implements AutoCloseable {

    private final Callback callback = new Callback();

    private static final class Callback extends AVIOInterruptCB.Callback_Pointer {
        private volatile boolean limited;
        private volatile long deadlineNanos;

        @Override
        public int call(Pointer opaque) {
            return limited && System.nanoTime() - deadlineNanos >= 0 ? 1 : 0;
        }
    }

    /** Makes the calls of a context interruptible. */
    public void guard(AVFormatContext context) {
        context.interrupt_callback().callback(callback);
    }

    /** Calls fail from so long after now on; a later call replaces the limit. */
    public void within(Duration limit) {
        callback.deadlineNanos = System.nanoTime() + limit.toNanos();
        callback.limited = true;
    }

    /** Calls may wait for ever. */
    public void never() {
        callback.limited = false;
    }

    @Override
    public void close() {
        callback.close();
    }
}
