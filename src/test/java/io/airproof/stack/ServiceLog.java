package io.airproof.stack;

import java.nio.file.Path;

/**
 * What a service wrote.
 *
 * @param name the service, such as media-service
 * @param file its standard output and error, growing while the stack runs
 */
public record ServiceLog(String name, Path file) {}
