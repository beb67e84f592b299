package io.airproof.driver.ffmpeg;

/**
 * What a recording is read with.
 *
 * @param sound for AAC
 * @param pictures for H.264
 */
public record Decoders(SoundDecoder sound, PictureDecoder pictures) {

    /** Both, by this ffmpeg. */
    public static Decoders of(Ffmpeg ffmpeg) {
        return new Decoders(new SoundDecoder(ffmpeg), new PictureDecoder(ffmpeg));
    }
}
