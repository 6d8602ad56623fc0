package io.falcoj.runtime.schema;

/** Groups of fields, as in listings, and the event sources that have them. */
public enum FieldClass {
  /** Every source. */
  EVT_GENERIC("evt", true, true),
  EVT("evt", true, false),
  PROCESS("process", true, false),
  USER("user", true, false),
  GROUP("group", true, false),
  FD("fd", true, false),
  FS_PATH("fs.path", true, false),
  FD_LIST("fdlist", true, false),
  UTIL("util", true, false),
  CONTAINER("container", true, false),
  K8S("k8s", true, false),
  KA("ka", false, true),
  JSON("json", false, true),
  STATIC("static", true, true);

  private final String label;
  private final boolean syscall;
  private final boolean audit;

  FieldClass(String label, boolean syscall, boolean audit) {
    this.label = label;
    this.syscall = syscall;
    this.audit = audit;
  }

  public String label() {
    return label;
  }

  /** True when events of that source ({@code syscall}, {@code k8s_audit}) carry these fields. */
  public boolean in(String source) {
    return switch (source) {
      case EventSources.SYSCALL -> syscall;
      case EventSources.K8S_AUDIT -> audit;
      default -> false;
    };
  }

  /** True for classes that Falco gets from plugins, whose argument syntax is stricter. */
  boolean plugin() {
    return this == CONTAINER || this == K8S || this == KA || this == JSON;
  }
}
