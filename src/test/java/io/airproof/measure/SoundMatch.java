package io.airproof.measure;

import java.time.Duration;

/**
 * Where a needle lies in a haystack.
 *
 * @param correlation normalised: 1 = the same but for the gain, 0 = unrelated, −1 = the same with polarity turned
 * @param at stream time of the needle's first sample in the haystack
 */
public record SoundMatch(double correlation, Duration at) {}
