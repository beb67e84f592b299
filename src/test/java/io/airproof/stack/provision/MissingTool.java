package io.airproof.stack.provision;

/**
 * A tool that could not be had.
 *
 * @param name what is missing
 * @param reason why, in one line
 * @param fix the exact command or setting that helps on this platform
 */
public record MissingTool(String name, String reason, String fix) {}
