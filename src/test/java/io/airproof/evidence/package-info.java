/**
 * What a scenario proves: measurements with unit, limit, margin and provenance, and the text that a broken promise
 * fails with.
 *
 * <p>This room knows values, JSON and Cucumber's attachments. It knows no driver, stack, process, HTTP or ffmpeg type;
 * the report reads what is written here from the message stream.
 */
@NullMarked
package io.airproof.evidence;

import org.jspecify.annotations.NullMarked;
