/**
 * The requirement catalogue as data, and the check that features and catalogue agree.
 *
 * <p>This room reads text: the catalogue, the tag table of {@code features/README.md}, and features through the Gherkin
 * parser. It knows nothing else of the suite.
 */
@NullMarked
package io.airproof.catalogue;

import org.jspecify.annotations.NullMarked;
