package io.falcoj.agent.explain;

import java.nio.file.Path;
import java.util.List;

/**
 * What is to be explained.
 *
 * @param rules rule files or directories, in load order
 * @param events a recording; {@code -} for standard input
 * @param rule name of the rule
 * @param event number of the event; 0 for the events that say most about the rule
 * @param json whether the answer is for programs
 */
public record Question(List<Path> rules, String events, String rule, long event, boolean json) {
  public Question {
    rules = List.copyOf(rules);
  }
}
