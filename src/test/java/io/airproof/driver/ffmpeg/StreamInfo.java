package io.airproof.driver.ffmpeg;

/** One stream of a file or programme. */
public sealed interface StreamInfo {

    /** ffmpeg's name of the codec, for example {@code h264}; {@code unknown} if it knows none. */
    String codec();

    /**
     * Picture.
     *
     * @param width in pixels
     * @param height in pixels
     * @param frameRate mean pictures per second; 0 if not known
     */
    record VideoStream(String codec, int width, int height, double frameRate) implements StreamInfo {}

    /**
     * Sound.
     *
     * @param sampleRate samples per second and channel
     * @param channels number of channels
     */
    record AudioStream(String codec, int sampleRate, int channels) implements StreamInfo {}

    /**
     * Anything else.
     *
     * @param type for example {@code SUBTITLE} or {@code DATA}
     */
    record OtherStream(String codec, String type) implements StreamInfo {}
}
