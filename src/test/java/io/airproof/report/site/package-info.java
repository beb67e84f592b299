/**
 * The living documentation: pages that show each promise with what was measured for it.
 *
 * <p>Made of files alone: {@code results.json}, Cucumber's messages, the requirement catalogue, the prose beside the
 * features, and the evidence that a run kept. Nothing here judges, and nothing of a page comes from another host. What
 * stands in those files is shown as text, whatever it contains.
 */
@NullMarked
package io.airproof.report.site;

import org.jspecify.annotations.NullMarked;
