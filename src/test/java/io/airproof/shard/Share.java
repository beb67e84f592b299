package io.airproof.shard;

import java.nio.file.Path;
import java.util.Set;

/**
 * What one shard contributes to the merged run.
 *
 * @param number of the shard, from 1
 * @param folder its report
 * @param scenarios ids of the scenarios that are told as it tells them
 */
record Share(int number, Path folder, Set<String> scenarios) {}
