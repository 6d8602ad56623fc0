package io.falcoj.probe.capture;

import java.util.List;

/**
 * The keys of {@code base_syscalls}.
 *
 * @param customSet names of calls that take the place of those that the state needs; one with
 *     {@code !} in front is left out whoever needs it
 * @param repair only what the state needs for the calls of the rules
 * @param all calls that read and write too, when a rule names them
 */
public record BaseCalls(List<String> customSet, boolean repair, boolean all) {
  /** Everything that the state needs. */
  public static final BaseCalls STANDARD = new BaseCalls(List.of(), false, false);

  public BaseCalls {
    customSet = List.copyOf(customSet);
  }
}
