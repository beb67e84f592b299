package io.airproof.arch.samples.steps;

import io.airproof.arch.samples.driver.ffmpeg.Tool;
import java.net.http.HttpClient;

/** Steps that do the work of drivers. */
public record HoldsMachinery(ProcessBuilder process, HttpClient client, Tool tool) {}
