package io.falcoj.runtime.source.audit;

/**
 * Limits of an audit log.
 *
 * @param maxEventBytes largest event, counted without the blanks between its tokens; larger ones
 *     are refused
 * @param maxDepth objects and arrays that may be open at once in an event
 */
public record AuditLogOptions(int maxEventBytes, int maxDepth) {
  /** 256 KiB, as {@code maxEventSize} of the k8saudit plugin, and 100 levels. */
  public static final AuditLogOptions DEFAULT = new AuditLogOptions(256 * 1024, 100);

  public AuditLogOptions {
    if (maxEventBytes < 1 || maxEventBytes > (1 << 27) || maxDepth < 1 || maxDepth > 10_000) {
      throw new IllegalArgumentException("limits out of range");
    }
  }

  /** Bytes of one event that are kept while it is read: it may be written with many blanks. */
  int keptBytes() {
    return Math.max(64 * 1024, maxEventBytes * 8);
  }
}
