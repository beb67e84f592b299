/**
 * The environment of the process, read once and checked whole. Knows no other room.
 */
@NullMarked
package io.airproof.reference.sts.settings;

import org.jspecify.annotations.NullMarked;
