package io.airproof.reference.sts.dub;

/**
 * A recognised word.
 *
 * @param text in lower case
 * @param middle its moment, s
 */
record Word(String text, double middle) {}
