/**
 * The broadcaster: plays clips to an RTMP address, cued and paced by the suite itself.
 *
 * <p>May run ffmpeg, which speaks RTMP, and use {@code io.airproof.media}; knows no media server, no path names and no
 * fixture. Who reads the stream is told to it through a {@link io.airproof.driver.publish.Cue}.
 */
@NullMarked
package io.airproof.driver.publish;

import org.jspecify.annotations.NullMarked;
