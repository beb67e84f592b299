package io.airproof.driver.ffmpeg;

import java.time.Duration;

/**
 * A key frame as a decoder shows it.
 *
 * @param pts when it is shown
 * @param width in pixels
 */
public record KeyFrame(Duration pts, int width) {}
