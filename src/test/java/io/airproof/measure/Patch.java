package io.airproof.measure;

import io.airproof.media.GreyPicture;

/**
 * The pixels of a part of a picture.
 *
 * @param mean brightness, 0 to 255
 * @param deviation root mean square of the distance from it
 */
record Patch(double mean, double deviation) {

    /** The inner half, in width and height, of a rectangle: its edges are blurred by scaling and coding. */
    static Patch inside(GreyPicture picture, int left, int top, int right, int bottom) {
        int fromX = left + (right - left) / 4;
        int toX = Math.max(fromX + 1, right - (right - left) / 4);
        int fromY = top + (bottom - top) / 4;
        int toY = Math.max(fromY + 1, bottom - (bottom - top) / 4);
        double sum = 0;
        double squares = 0;
        for (int y = fromY; y < toY; y++) {
            for (int x = fromX; x < toX; x++) {
                double value = picture.at(x, y);
                sum += value;
                squares += value * value;
            }
        }
        int count = (toX - fromX) * (toY - fromY);
        double mean = sum / count;
        return new Patch(mean, Math.sqrt(Math.max(0, squares / count - mean * mean)));
    }
}
