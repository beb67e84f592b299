package io.airproof.reference.sts.dub;

/** Turns English into Spanish. */
interface Translator extends AutoCloseable {

    /**
     * The translation of a text.
     *
     * @throws ToolException if the tool breaks; the next call starts it anew
     */
    String translate(String text) throws ToolException;

    /** The name in {@code metadata}. */
    String model();

    @Override
    void close();
}
