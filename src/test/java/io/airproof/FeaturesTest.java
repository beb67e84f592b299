package io.airproof;

import static io.cucumber.junit.platform.engine.Constants.GLUE_PROPERTY_NAME;
import static io.cucumber.junit.platform.engine.Constants.PLUGIN_PROPERTY_NAME;

import org.junit.platform.suite.api.ConfigurationParameter;
import org.junit.platform.suite.api.IncludeEngines;
import org.junit.platform.suite.api.SelectDirectories;
import org.junit.platform.suite.api.Suite;

/** Runs the features. {@code -Dcucumber.filter.tags=@p1} chooses some of them. */
@Suite
@IncludeEngines("cucumber")
@SelectDirectories("features")
@ConfigurationParameter(key = GLUE_PROPERTY_NAME, value = "io.airproof.steps")
@ConfigurationParameter(
        key = PLUGIN_PROPERTY_NAME,
        value = "message:reports/messages.ndjson,junit:reports/junit.xml,io.airproof.report.ResultsPlugin,"
                + "io.airproof.steps.RunStart")
class FeaturesTest {}
