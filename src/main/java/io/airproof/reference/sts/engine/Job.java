package io.airproof.reference.sts.engine;

import io.airproof.reference.sts.message.Failure;
import io.airproof.reference.sts.message.Fragment;
import io.airproof.reference.sts.message.StreamInit;
import java.util.Optional;

/**
 * One fragment to work on.
 *
 * @param stream the settings of its session
 * @param fragment the fragment
 * @param simulated the failure a client asked for; only the echo engine heeds it
 */
public record Job(StreamInit stream, Fragment fragment, Optional<Failure> simulated) {}
