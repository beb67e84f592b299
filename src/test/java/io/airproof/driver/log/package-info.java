/** What services write about themselves: JSON lines (contract dubbing §9). Knows no service. */
@NullMarked
package io.airproof.driver.log;

import org.jspecify.annotations.NullMarked;
