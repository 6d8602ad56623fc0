package io.falcoj.runtime.fields.evt;

import io.falcoj.runtime.abi.MatchContext;
import io.falcoj.runtime.decode.AuditEvent;
import io.falcoj.runtime.event.Event;
import io.falcoj.runtime.fields.audit.AuditText;
import io.falcoj.runtime.schema.EventSources;
import io.falcoj.runtime.value.ByteSlice;
import java.net.InetAddress;
import java.net.UnknownHostException;
import org.jspecify.annotations.Nullable;

/** Fields of every event, whatever its source. */
public final class EvtGenericFields {
  private static final ByteSlice SYSCALL = ByteSlice.of(EventSources.SYSCALL);
  private static final ByteSlice AUDIT = ByteSlice.of(EventSources.K8S_AUDIT);
  private static final ByteSlice AUDIT_PLUGIN = ByteSlice.of("k8saudit");
  private static final int ASYNC_NAME = 1;

  private static final class Host {
    static final ByteSlice NAME = ByteSlice.of(name());

    private static String name() {
      String given = System.getenv("FALCO_HOSTNAME");
      if (given != null && !given.isEmpty()) {
        return given;
      }
      try {
        return InetAddress.getLocalHost().getHostName();
      } catch (UnknownHostException e) {
        return "localhost";
      }
    }
  }

  private EvtGenericFields() {}

  public static long num(MatchContext ctx) {
    return ctx.eventNumber();
  }

  public static @Nullable ByteSlice pluginname(MatchContext ctx) {
    return ctx.audit() != null ? AUDIT_PLUGIN : null;
  }

  /** An audit event as one line of JSON; system calls have none. */
  public static @Nullable ByteSlice plugininfo(MatchContext ctx) {
    AuditEvent event = ctx.audit();
    return event == null ? null : AuditText.compact(ctx, event.document());
  }

  public static ByteSlice source(MatchContext ctx) {
    return ctx.audit() != null ? AUDIT : SYSCALL;
  }

  public static long isAsync(MatchContext ctx) {
    return ctx.audit() == null && EventTraits.isMeta(ctx.event().code()) ? 1 : 0;
  }

  public static @Nullable ByteSlice asynctype(MatchContext ctx) {
    if (isAsync(ctx) == 0) {
      return null;
    }
    Event event = ctx.event();
    return event.code() == EventTraits.ASYNC
        ? event.text(ASYNC_NAME, ctx.slice())
        : EventTraits.name(event.code());
  }

  public static ByteSlice hostname(MatchContext ctx) {
    return Host.NAME;
  }
}
