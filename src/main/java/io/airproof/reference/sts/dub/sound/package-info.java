/** Sound as samples: files in and out, loudness, phrases. Knows no other room. */
@NullMarked
package io.airproof.reference.sts.dub.sound;

import org.jspecify.annotations.NullMarked;
