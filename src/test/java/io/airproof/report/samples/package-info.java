/** Steps that end in every way a scenario can end, for the tests of the report. */
@NullMarked
package io.airproof.report.samples;

import org.jspecify.annotations.NullMarked;
