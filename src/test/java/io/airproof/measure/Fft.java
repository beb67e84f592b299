package io.airproof.measure;

import org.jtransforms.fft.DoubleFFT_1D;
import org.visnow.jlargearrays.ConcurrencyUtils;

/** A real Fourier transform of one size, in the caller's thread. */
final class Fft {

    static {
        // The library would keep a thread pool of its own for large sizes.
        ConcurrencyUtils.setNumberOfThreads(1);
    }

    private final int size;
    private final DoubleFFT_1D transform;

    /** A transform of {@code size} values, a power of two. */
    Fft(int size) {
        this.size = size;
        this.transform = new DoubleFFT_1D(size);
    }

    int size() {
        return size;
    }

    /** Smallest power of two that is not below {@code length}. */
    static int sizeFor(int length) {
        return length <= 1 ? 1 : Integer.highestOneBit(length - 1) << 1;
    }

    /** In place: re(0), re(n/2), re(1), im(1), re(2), im(2), … */
    void forward(double[] values) {
        transform.realForward(values);
    }

    /** In place: {@code other} times the conjugate of {@code kernel}, turned back; that is their cross-correlation. */
    void correlate(double[] other, double[] kernel) {
        other[0] *= kernel[0];
        other[1] *= kernel[1];
        for (int i = 2; i < size; i += 2) {
            double re = other[i] * kernel[i] + other[i + 1] * kernel[i + 1];
            double im = other[i + 1] * kernel[i] - other[i] * kernel[i + 1];
            other[i] = re;
            other[i + 1] = im;
        }
        transform.realInverse(other, true);
    }
}
