package io.falcoj.runtime.schema;

import java.util.List;

/** Names of the event sources that rules can ask for. */
public final class EventSources {
  public static final String SYSCALL = "syscall";
  public static final String K8S_AUDIT = "k8s_audit";

  private EventSources() {}

  public static List<String> all() {
    return List.of(SYSCALL, K8S_AUDIT);
  }
}
