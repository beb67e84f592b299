package io.airproof.media;

import java.util.Arrays;

/**
 * The brightness of a decoded picture.
 *
 * @param width in pixels, above 0
 * @param height in pixels, above 0
 * @param luma 0 (dark) to 255 for each pixel as an unsigned byte, row after row without padding; not to be changed
 */
public record GreyPicture(int width, int height, byte[] luma) {

    public GreyPicture {
        if (width <= 0 || height <= 0 || luma.length != width * height) {
            throw new IllegalArgumentException(
                    "a picture of %d × %d pixels has as many samples, not %d".formatted(width, height, luma.length));
        }
    }

    /** Brightness of a pixel, 0 to 255. */
    public int at(int x, int y) {
        return luma[y * width + x] & 0xFF;
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof GreyPicture picture && width == picture.width && Arrays.equals(luma, picture.luma);
    }

    @Override
    public int hashCode() {
        return 31 * Arrays.hashCode(luma) + width;
    }

    @Override
    public String toString() {
        return "picture of %d × %d pixels".formatted(width, height);
    }
}
