package io.falcoj.testkit.scenario.yaml;

import java.time.Duration;
import org.yaml.snakeyaml.nodes.Node;

/**
 * Who makes a step, and when.
 *
 * @param place where the thread is written
 * @param pause time since the step before
 */
record StepHead(long tid, Node place, Duration pause) {}
