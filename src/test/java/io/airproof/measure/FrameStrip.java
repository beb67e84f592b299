package io.airproof.measure;

import io.airproof.media.GreyPicture;
import java.util.SplittableRandom;

/**
 * A strip of grey shades at the lower edge of a picture, drawn by lot from the frame number.
 *
 * <p>It serves twice. Without it two frames could be coded alike, since coded pictures hold the difference to the frame
 * before: from 2 to 3 is the same step in 62 to 63 and in 122 to 123. And a number that was read wrong from the row of cells
 * has another strip.
 */
public final class FrameStrip {

    private static final int DARKEST = 40;
    private static final int LIGHTEST = 220;

    /** The strip has this part of the height or more: 16 lines of 720. */
    private static final int PART_OF_HEIGHT = 45;

    private FrameStrip() {}

    /** Brightness of each shade of a frame, left to right, video range. */
    public static int[] shades(int number) {
        SplittableRandom random = new SplittableRandom(number);
        int[] shades = new int[FrameCode.CELLS];
        for (int i = 0; i < shades.length; i++) {
            shades[i] = random.nextInt(DARKEST, LIGHTEST);
        }
        return shades;
    }

    /** First line that surely belongs to the strip in a picture of this height; it goes down to the edge. */
    static int top(int height) {
        return height - Math.max(1, height / PART_OF_HEIGHT);
    }

    /** How much the strip of a picture is like that of a frame: −1 to 1, which is the same but for brightness and contrast. */
    static double correlation(GreyPicture picture, int number) {
        int[] expected = shades(number);
        double[] seen = new double[expected.length];
        double meanExpected = 0;
        double meanSeen = 0;
        for (int i = 0; i < seen.length; i++) {
            int left = i * picture.width() / seen.length;
            int right = (i + 1) * picture.width() / seen.length;
            seen[i] = Patch.inside(picture, left, top(picture.height()), right, picture.height())
                    .mean();
            meanExpected += (double) expected[i] / seen.length;
            meanSeen += seen[i] / seen.length;
        }
        double product = 0;
        double inExpected = 0;
        double inSeen = 0;
        for (int i = 0; i < seen.length; i++) {
            product += (expected[i] - meanExpected) * (seen[i] - meanSeen);
            inExpected += (expected[i] - meanExpected) * (expected[i] - meanExpected);
            inSeen += (seen[i] - meanSeen) * (seen[i] - meanSeen);
        }
        return inSeen == 0 ? 0 : product / Math.sqrt(inExpected * inSeen);
    }
}
