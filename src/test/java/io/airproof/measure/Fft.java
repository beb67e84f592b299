package io.airproof.measure;

import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.jtransforms.fft.DoubleFFT_1D;
import org.visnow.jlargearrays.ConcurrencyUtils;

/** A real Fourier transform of one size, in the caller's thread. Its tables are made once for each size and shared. */
final class Fft {

    static {
        // The library would keep a thread pool of its own for large sizes.
        ConcurrencyUtils.setNumberOfThreads(1);
    }

    private static final Map<Integer, DoubleFFT_1D> TRANSFORMS = new ConcurrentHashMap<>();

    private final int size;
    private final DoubleFFT_1D transform;

    /** A transform of {@code size} values, a power of two. */
    Fft(int size) {
        this.size = size;
        this.transform = TRANSFORMS.computeIfAbsent(size, DoubleFFT_1D::new);
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

    /** In place, back from {@link #forward}. */
    void inverse(double[] values) {
        transform.realInverse(values, true);
    }

    /** Adds {@code other} times the conjugate of {@code kernel}, both transformed: turned back, their cross-correlation. */
    void addCorrelation(double[] other, double[] kernel, double[] sum) {
        sum[0] += other[0] * kernel[0];
        sum[1] += other[1] * kernel[1];
        for (int i = 2; i < size; i += 2) {
            sum[i] += other[i] * kernel[i] + other[i + 1] * kernel[i + 1];
            sum[i + 1] += other[i + 1] * kernel[i] - other[i] * kernel[i + 1];
        }
    }
}
