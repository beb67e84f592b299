/**
 * Runs on many machines: which scenarios are whose, and one result made of all.
 */
@NullMarked
package io.airproof.shard;

import org.jspecify.annotations.NullMarked;
