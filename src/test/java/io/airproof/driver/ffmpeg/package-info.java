/**
 * ffmpeg and ffprobe as tools: decoding sound, inspecting files, and the process handling that publisher, recorder and
 * fixtures share.
 *
 * <p>May start processes of the two programs it is handed and use {@code io.airproof.media}; knows no service, no network
 * address and no clip. Nothing here looks for a program: where the tools are is said by {@link
 * io.airproof.driver.ffmpeg.Ffmpeg}.
 */
@NullMarked
package io.airproof.driver.ffmpeg;

import org.jspecify.annotations.NullMarked;
