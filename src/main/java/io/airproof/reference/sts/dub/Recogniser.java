package io.airproof.reference.sts.dub;

import java.util.List;

/** Turns sound into words. */
interface Recogniser {

    /** The rate it listens at, Hz. */
    int SAMPLE_RATE = 16_000;

    /** The words in order; numbers only if {@code numbers}. */
    List<Word> recognise(float[] mono, boolean numbers);

    /** The name in {@code metadata}. */
    String model(boolean numbers);
}
