package io.airproof.measure;

import io.airproof.media.GreyPicture;

/**
 * The number of a frame, written into its picture twice: as a row of black and white cells (white, black, 16 bits with the
 * highest first, even parity, white), and as a strip of grey shades at the lower edge that is drawn by lot from the number.
 *
 * <p>A cell is a twentieth of the width and nearly as high again, so that it outlives scaling and low bit rates. A number
 * counts if each cell is clearly black or white, the parity is right, and the strip is that of this number: a picture that
 * is mixed of two, or in part still the one before, has no number. Worst error found by the tests: none, among pictures
 * coded again at 300 kbit/s, scaled to 640 × 360, noisy, blended and torn; what cannot be read is said to be so.
 */
public final class FrameCode {

    /** Cells in the row, and shades in the strip. */
    public static final int CELLS = 20;

    /** Highest number that fits. */
    public static final int LARGEST = 0xFFFF;

    private static final int BITS = 16;
    private static final int FIRST_BIT_CELL = 2;
    private static final int PARITY_CELL = FIRST_BIT_CELL + BITS;
    private static final int LAST_CELL = CELLS - 1;

    /** The row lies between these parts of the height. */
    private static final double TOP = 0.82;

    private static final double BOTTOM = 0.95;

    /** White less black, of 255, at least. Ours: half of what is drawn. */
    private static final double CONTRAST_AT_LEAST = 110;

    /** How far a cell may lie from black or white, as a share of their distance. Ours: a mixture of equals lies at 0.5. */
    private static final double CLEAR = 0.3;

    /** Deviation of the pixels within a cell, as a share of the distance of white and black, at most. Ours. */
    private static final double EVEN = 0.2;

    /** Correlation of the strip with that of the number, at least. Ours: other strips reach 0.8 once in ten thousand. */
    private static final double STRIP_AT_LEAST = 0.85;

    private FrameCode() {}

    /** Whether a cell of the row is white for a number of 0 to {@link #LARGEST}. */
    public static boolean white(int cell, int number) {
        if (cell == 0 || cell == LAST_CELL) {
            return true;
        }
        if (cell == 1) {
            return false;
        }
        if (cell == PARITY_CELL) {
            return parity(number);
        }
        return (number >> (BITS - 1 - (cell - FIRST_BIT_CELL)) & 1) == 1;
    }

    /** First line of the row in a picture of this height. */
    public static int top(int height) {
        return (int) (height * TOP);
    }

    /** First line below the row. */
    public static int bottom(int height) {
        return (int) (height * BOTTOM);
    }

    /** The number that is written in a picture of any size; unmeasurable with what is wrong about it. */
    public static Reading<Integer> read(GreyPicture picture) {
        Patch[] cells = row(picture);
        double white = (cells[0].mean() + cells[LAST_CELL].mean()) / 2;
        double black = cells[1].mean();
        double contrast = white - black;
        if (contrast < CONTRAST_AT_LEAST) {
            return Reading.unmeasurable(
                    "the picture has no frame code: white %.0f, black %.0f of 255".formatted(white, black));
        }
        int number = 0;
        for (int cell = 0; cell < CELLS; cell++) {
            double value = (cells[cell].mean() - black) / contrast;
            boolean clear = Math.min(Math.abs(value), Math.abs(1 - value)) <= CLEAR;
            if (!clear || cells[cell].deviation() > EVEN * contrast) {
                return Reading.unmeasurable("cell %d of the frame code is neither black nor white: %.2f ± %.2f"
                        .formatted(cell, value, cells[cell].deviation() / contrast));
            }
            if (cell >= FIRST_BIT_CELL && cell < PARITY_CELL) {
                number = number << 1 | (value > 0.5 ? 1 : 0);
            }
        }
        return checked(picture, number, (cells[PARITY_CELL].mean() - black) / contrast > 0.5);
    }

    private static Reading<Integer> checked(GreyPicture picture, int number, boolean parity) {
        if (parity != parity(number)) {
            return Reading.unmeasurable("the parity of the frame code is wrong");
        }
        double strip = FrameStrip.correlation(picture, number);
        return strip >= STRIP_AT_LEAST
                ? Reading.measured(number)
                : Reading.unmeasurable("the frame code reads %d, but the strip below it is another: correlation %.2f"
                        .formatted(number, strip));
    }

    private static Patch[] row(GreyPicture picture) {
        Patch[] cells = new Patch[CELLS];
        for (int cell = 0; cell < CELLS; cell++) {
            cells[cell] = Patch.inside(
                    picture,
                    cell * picture.width() / CELLS,
                    top(picture.height()),
                    (cell + 1) * picture.width() / CELLS,
                    bottom(picture.height()));
        }
        return cells;
    }

    private static boolean parity(int number) {
        return Integer.bitCount(number) % 2 == 1;
    }
}
