package io.airproof.reference.sts;

import io.airproof.reference.sts.engine.Engine;
import io.airproof.reference.sts.settings.StsSettings;

/** What all connections share. */
record Service(StsSettings settings, Engine engine, StsMetrics metrics) {}
