package io.falcoj.runtime.fields.proc;

import io.falcoj.runtime.abi.MatchContext;
import io.falcoj.runtime.fields.text.Environment;
import io.falcoj.runtime.state.AncestorWalk;
import io.falcoj.runtime.state.ThreadInfo;
import io.falcoj.runtime.value.ByteSlice;
import io.falcoj.runtime.value.TextBuilder;
import io.falcoj.runtime.value.ValueList;
import org.jspecify.annotations.Nullable;

/**
 * {@code proc.a*}: one numbered ancestor, 0 being the process itself, or all ancestors without it.
 */
public final class ProcAncestorFields {
  private static final int MOST_LEVELS = 20;

  private static final Text NAME = (ctx, thread) -> thread.comm;
  private static final Text EXE = (ctx, thread) -> thread.exe;
  private static final Text EXEPATH = (ctx, thread) -> thread.exepath;
  private static final Text CMDLINE = (ctx, thread) -> thread.cmdline();
  private static final Text ARGS = (ctx, thread) -> thread.joinedArgs();
  private static final Text ENV = Environment::all;

  /** One of the texts of a process; the implementations capture nothing. */
  @FunctionalInterface
  private interface Text {
    ByteSlice of(MatchContext ctx, ThreadInfo thread);
  }

  private ProcAncestorFields() {}

  public static @Nullable ValueList aname(MatchContext ctx) {
    return all(ctx, NAME);
  }

  public static @Nullable ByteSlice anameShown(MatchContext ctx) {
    return joined(ctx, NAME);
  }

  public static @Nullable ByteSlice aname(MatchContext ctx, int steps) {
    return one(ctx, steps, NAME);
  }

  public static @Nullable ValueList aexe(MatchContext ctx) {
    return all(ctx, EXE);
  }

  public static @Nullable ByteSlice aexeShown(MatchContext ctx) {
    return joined(ctx, EXE);
  }

  public static @Nullable ByteSlice aexe(MatchContext ctx, int steps) {
    return one(ctx, steps, EXE);
  }

  public static @Nullable ValueList aexepath(MatchContext ctx) {
    return all(ctx, EXEPATH);
  }

  public static @Nullable ByteSlice aexepathShown(MatchContext ctx) {
    return joined(ctx, EXEPATH);
  }

  public static @Nullable ByteSlice aexepath(MatchContext ctx, int steps) {
    return one(ctx, steps, EXEPATH);
  }

  public static @Nullable ValueList acmdline(MatchContext ctx) {
    return all(ctx, CMDLINE);
  }

  public static @Nullable ByteSlice acmdlineShown(MatchContext ctx) {
    return joined(ctx, CMDLINE);
  }

  public static @Nullable ByteSlice acmdline(MatchContext ctx, int steps) {
    return one(ctx, steps, CMDLINE);
  }

  /** Arguments of all ancestors as one text. */
  public static @Nullable ByteSlice aargs(MatchContext ctx) {
    return joined(ctx, ARGS);
  }

  public static @Nullable ByteSlice aargs(MatchContext ctx, int steps) {
    return one(ctx, steps, ARGS);
  }

  public static @Nullable ValueList aenv(MatchContext ctx) {
    return all(ctx, ENV);
  }

  public static @Nullable ByteSlice aenvShown(MatchContext ctx) {
    return ProcFields.env(ctx);
  }

  /** Conditions look at all ancestors, whatever the position. */
  public static @Nullable ValueList aenv(MatchContext ctx, int steps) {
    return all(ctx, ENV);
  }

  /** Follows parent ids as they are; empty where the process has no main thread. */
  public static @Nullable ByteSlice aenvShown(MatchContext ctx, int steps) {
    ThreadInfo thread = ctx.state().thread;
    if (thread == null || steps < 1) {
      return ProcFields.env(ctx);
    }
    ThreadInfo ancestor = thread.main();
    if (ancestor == null) {
      return ByteSlice.EMPTY;
    }
    for (int i = 0; i < steps && ancestor != null; i++) {
      ancestor = ctx.tables().parent(ancestor);
    }
    return ancestor == null ? null : Environment.all(ctx, ancestor);
  }

  /** The variable of the nearest ancestor that has it; empty when none has. */
  public static @Nullable ByteSlice aenv(MatchContext ctx, ByteSlice name) {
    ThreadInfo thread = ctx.state().thread;
    if (thread == null) {
      return null;
    }
    ThreadInfo ancestor = thread.main();
    for (int i = 0; i < MOST_LEVELS && ancestor != null; i++) {
      ancestor = ctx.tables().parent(ancestor);
      ByteSlice value = ancestor == null ? ByteSlice.EMPTY : Environment.value(ctx, ancestor, name);
      if (!value.isEmpty()) {
        return value;
      }
    }
    return ByteSlice.EMPTY;
  }

  public static @Nullable ValueList apid(MatchContext ctx) {
    ThreadInfo main = main(ctx);
    if (main == null) {
      return null;
    }
    ValueList list = ctx.list();
    AncestorWalk walk = ctx.tables().ancestors(main);
    for (ThreadInfo next = walk.next(); next != null; next = walk.next()) {
      list.add(next.pid);
    }
    return list;
  }

  /** Printed without a number, it is the process itself. */
  public static long apidShown(MatchContext ctx) {
    return apid(ctx, 0);
  }

  public static long apid(MatchContext ctx, int steps) {
    ThreadInfo process = process(ctx, steps);
    return process == null || !ProcFields.isId(process.pid) ? ctx.absent() : process.pid;
  }

  private static @Nullable ThreadInfo main(MatchContext ctx) {
    ThreadInfo thread = ctx.state().thread;
    return thread == null ? null : thread.main();
  }

  private static @Nullable ThreadInfo process(MatchContext ctx, int steps) {
    ThreadInfo thread = ctx.state().thread;
    return thread == null ? null : ctx.tables().ancestorProcess(thread, steps);
  }

  private static @Nullable ByteSlice one(MatchContext ctx, int steps, Text text) {
    ThreadInfo process = process(ctx, steps);
    return process == null ? null : text.of(ctx, process);
  }

  private static @Nullable ValueList all(MatchContext ctx, Text text) {
    ThreadInfo main = main(ctx);
    if (main == null) {
      return null;
    }
    ValueList list = ctx.list();
    AncestorWalk walk = ctx.tables().ancestors(main);
    for (ThreadInfo next = walk.next(); next != null; next = walk.next()) {
      list.add(text.of(ctx, next));
    }
    return list;
  }

  /** A blank goes before a text as soon as there is something to separate it from. */
  private static @Nullable ByteSlice joined(MatchContext ctx, Text text) {
    ValueList list = all(ctx, text);
    if (list == null) {
      return null;
    }
    TextBuilder out = ctx.text();
    for (int i = 0; i < list.size(); i++) {
      if (out.length() > 0) {
        out.append(' ');
      }
      out.append(list.slice(i));
    }
    return out.length() == 0 ? null : out.finish(ctx.slice());
  }
}
