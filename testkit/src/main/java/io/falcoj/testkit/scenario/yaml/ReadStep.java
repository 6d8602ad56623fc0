package io.falcoj.testkit.scenario.yaml;

import io.falcoj.testkit.scenario.Step;
import java.util.Map;
import org.yaml.snakeyaml.nodes.Node;

/**
 * A step and where its parts are written.
 *
 * @param actor the process that makes the step
 * @param call the event and its parameters
 * @param places of parameters, by their names in the event table
 */
record ReadStep(Step step, Node actor, Node call, Map<String, Node> places) {
  ReadStep {
    places = Map.copyOf(places);
  }

  /** Where the parameter is given; the call, when it follows from something else. */
  Node placeOf(String param) {
    return places.getOrDefault(param, call);
  }
}
