/**
 * What a run tells: {@code reports/results.json}, one line for each failed scenario, a summary, and a live line per
 * stream while it runs.
 *
 * <p>This room knows Cucumber's messages and the wire format of the evidence, nothing else of the suite. It judges
 * nothing: the verdicts are taken where the measurements are made.
 */
@NullMarked
package io.airproof.report;

import org.jspecify.annotations.NullMarked;
