package io.airproof.driver.speech;

import io.airproof.media.Sound;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.file.Path;
import java.time.Duration;
import javax.sound.sampled.AudioFormat;
import javax.sound.sampled.AudioInputStream;
import javax.sound.sampled.AudioSystem;
import javax.sound.sampled.UnsupportedAudioFileException;

/** What the voices write. */
final class Wav {

    private static final double FULL_SCALE = 32768;

    private Wav() {}

    /** Reads 16 bit samples of one channel. */
    static Sound read(Path wav) throws IOException {
        try (AudioInputStream in = AudioSystem.getAudioInputStream(wav.toFile())) {
            AudioFormat format = in.getFormat();
            ByteBuffer bytes = ByteBuffer.wrap(in.readAllBytes()).order(ByteOrder.LITTLE_ENDIAN);
            float[] samples = new float[bytes.remaining() / 2];
            for (int i = 0; i < samples.length; i++) {
                samples[i] = (float) (bytes.getShort() / FULL_SCALE);
            }
            return new Sound(samples, (int) format.getSampleRate(), Duration.ZERO);
        } catch (UnsupportedAudioFileException e) {
            throw new IOException("this is no WAV file", e);
        }
    }
}
