package io.airproof.reference.sts.dub.sound;

/** A recursive filter of second order. */
final class Biquad {

    private final double b0;
    private final double b1;
    private final double b2;
    private final double a1;
    private final double a2;
    private double x1;
    private double x2;
    private double y1;
    private double y2;

    private Biquad(double b0, double b1, double b2, double a0, double a1, double a2) {
        this.b0 = b0 / a0;
        this.b1 = b1 / a0;
        this.b2 = b2 / a0;
        this.a1 = a1 / a0;
        this.a2 = a2 / a0;
    }

    /** The first filter of BS.1770: raises what lies above a frequency (Hz) by a gain (dB). */
    static Biquad highShelf(int rate, double frequency, double gain, double quality) {
        double k = Math.tan(Math.PI * frequency / rate);
        double high = Math.pow(10, gain / 20);
        double middle = Math.pow(high, 0.4996667741545416);
        return new Biquad(
                high + middle * k / quality + k * k,
                2 * (k * k - high),
                high - middle * k / quality + k * k,
                1 + k / quality + k * k,
                2 * (k * k - 1),
                1 - k / quality + k * k);
    }

    /** The second filter of BS.1770: removes what lies below a frequency (Hz). */
    static Biquad highPass(int rate, double frequency, double quality) {
        double k = Math.tan(Math.PI * frequency / rate);
        double a0 = 1 + k / quality + k * k;
        return new Biquad(a0, -2 * a0, a0, a0, 2 * (k * k - 1), 1 - k / quality + k * k);
    }

    double next(double x) {
        double y = b0 * x + b1 * x1 + b2 * x2 - a1 * y1 - a2 * y2;
        x2 = x1;
        x1 = x;
        y2 = y1;
        y1 = y;
        return y;
    }
}
