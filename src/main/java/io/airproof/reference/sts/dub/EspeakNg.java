package io.airproof.reference.sts.dub;

import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.ShortBuffer;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;

/** Speaks by eSpeak NG, one short-lived process per phrase. */
final class EspeakNg implements Voice {

    /** Words per minute at pace 1. */
    private static final int NATURAL_WPM = 165;

    private static final int WAV_HEADER_BYTES = 44;
    private static final float AUDIBLE = 0.004f;

    private final Tool tool;
    private final String language;

    EspeakNg(Tool tool, String language) {
        this.tool = tool;
        this.language = language;
    }

    @Override
    public float[] speak(String text, double pace) throws ToolException {
        byte[] wav = tool.run(
                text.getBytes(StandardCharsets.UTF_8),
                "-v",
                language,
                "-s",
                Long.toString(Math.round(NATURAL_WPM * pace)),
                "-z",
                "--stdin",
                "--stdout");
        if (wav.length <= WAV_HEADER_BYTES) {
            throw new ToolException("espeak-ng said nothing for \"" + text + "\"");
        }
        ShortBuffer samples = ByteBuffer.wrap(wav, WAV_HEADER_BYTES, wav.length - WAV_HEADER_BYTES)
                .order(ByteOrder.LITTLE_ENDIAN)
                .asShortBuffer();
        float[] sound = new float[samples.remaining()];
        for (int i = 0; i < sound.length; i++) {
            sound[i] = samples.get(i) / 32768f;
        }
        return trim(sound);
    }

    private static float[] trim(float[] sound) {
        int start = 0;
        int end = sound.length;
        while (start < end && Math.abs(sound[start]) < AUDIBLE) {
            start++;
        }
        while (end > start && Math.abs(sound[end - 1]) < AUDIBLE) {
            end--;
        }
        return Arrays.copyOfRange(sound, start, end);
    }

    @Override
    public String model() {
        return "espeak-ng-" + language;
    }

    @Override
    public void close() {
        tool.close();
    }
}
