package io.airproof.reference.media.av;

import static org.bytedeco.ffmpeg.global.avutil.AV_LOG_FATAL;
import static org.bytedeco.ffmpeg.global.avutil.AV_LOG_QUIET;
import static org.bytedeco.ffmpeg.global.avutil.av_log_set_level;
import static org.bytedeco.ffmpeg.global.avutil.av_strerror;

import java.nio.charset.StandardCharsets;

/** The manners of libav: return codes become exceptions, and nothing is printed beside our own log. */
public final class LibAv {
    /** {@code AVERROR(EAGAIN)} on Linux: the codec wants more input first. */
    public static final int AGAIN = -11;

    private static final int MESSAGE_BYTES = 256;

    private LibAv() {}

    /**
     * Silences libav's own output, which would break the rule of one JSON object per line.
     *
     * @param verbose true lets fatal messages through to standard error
     */
    public static void quiet(boolean verbose) {
        av_log_set_level(verbose ? AV_LOG_FATAL : AV_LOG_QUIET);
    }

    /**
     * Passes a good return code on.
     *
     * @param code what libav returned
     * @param doing what was tried, as the rest of the sentence "could not …"
     * @return {@code code}, when it is zero or positive
     * @throws AvException when it is negative, with libav's words for it
     */
    public static int check(int code, String doing) {
        if (code < 0) {
            throw new AvException("could not " + doing + ": " + words(code), code);
        }
        return code;
    }

    /** libav's words for an error code. */
    public static String words(int code) {
        byte[] text = new byte[MESSAGE_BYTES];
        av_strerror(code, text, text.length);
        int length = 0;
        while (length < text.length && text[length] != 0) {
            length++;
        }
        return new String(text, 0, length, StandardCharsets.UTF_8) + " (" + code + ")";
    }
}
