package io.airproof.reference.sts.dub;

/** Speaks Spanish. */
interface Voice extends AutoCloseable {

    /** The rate it speaks at, Hz. */
    int SAMPLE_RATE = 22_050;

    /**
     * A text, spoken without silence around it.
     *
     * @param pace 1 is natural, 2 twice as fast
     * @throws ToolException if the tool breaks
     */
    float[] speak(String text, double pace) throws ToolException;

    /** The name in {@code metadata}. */
    String model();

    @Override
    void close();
}
