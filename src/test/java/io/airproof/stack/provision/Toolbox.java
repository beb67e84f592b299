package io.airproof.stack.provision;

import java.nio.file.Path;

/**
 * The tools, each present and executable.
 *
 * @param ffmpeg decodes, encodes, publishes and records
 * @param ffprobe inspects
 * @param mediamtx the media server, version 1.20.x
 * @param mtxHook what the media server calls when a stream comes or goes
 * @param flite the English voice of the fixtures
 * @param espeakNg the Spanish voice of the dubbing STS
 * @param apertium the translator of the dubbing STS
 * @param apertiumModes the folder with eng-spa.mode
 * @param cache the folder that survives runs; others may keep folders of their own in it
 */
public record Toolbox(
        Path ffmpeg,
        Path ffprobe,
        Path mediamtx,
        Path mtxHook,
        Path flite,
        Path espeakNg,
        Path apertium,
        Path apertiumModes,
        Path cache) {}
