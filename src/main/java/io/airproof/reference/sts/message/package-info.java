/**
 * The vocabulary of the wire contract (sections 4.3 to 4.12): what is read, what is sent, and the table of errors.
 *
 * <p>Pure: JSON in, values out, and back. Knows no other room, no socket, no thread.
 */
@NullMarked
package io.airproof.reference.sts.message;

import org.jspecify.annotations.NullMarked;
