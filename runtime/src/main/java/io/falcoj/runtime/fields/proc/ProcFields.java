package io.falcoj.runtime.fields.proc;

import io.falcoj.runtime.abi.MatchContext;
import io.falcoj.runtime.fields.text.Environment;
import io.falcoj.runtime.fields.text.NulSeparated;
import io.falcoj.runtime.state.AncestorWalk;
import io.falcoj.runtime.state.ThreadInfo;
import io.falcoj.runtime.value.ByteSlice;
import org.jspecify.annotations.Nullable;

/** {@code proc.*}: the process of the event and its parent. */
public final class ProcFields {
  private ProcFields() {}

  public static @Nullable ByteSlice name(MatchContext ctx) {
    ThreadInfo thread = ctx.state().thread;
    return thread == null ? null : thread.comm;
  }

  public static @Nullable ByteSlice exe(MatchContext ctx) {
    ThreadInfo thread = ctx.state().thread;
    return thread == null ? null : thread.exe;
  }

  public static @Nullable ByteSlice exepath(MatchContext ctx) {
    ThreadInfo thread = ctx.state().thread;
    return thread == null ? null : thread.exepath;
  }

  public static @Nullable ByteSlice pname(MatchContext ctx) {
    ThreadInfo parent = parent(ctx);
    return parent == null ? null : parent.comm;
  }

  public static @Nullable ByteSlice pexe(MatchContext ctx) {
    ThreadInfo parent = parent(ctx);
    return parent == null ? null : parent.exe;
  }

  public static @Nullable ByteSlice pexepath(MatchContext ctx) {
    ThreadInfo parent = parent(ctx);
    return parent == null ? null : parent.exepath;
  }

  public static @Nullable ByteSlice cmdline(MatchContext ctx) {
    ThreadInfo thread = ctx.state().thread;
    return thread == null ? null : thread.cmdline();
  }

  public static @Nullable ByteSlice pcmdline(MatchContext ctx) {
    ThreadInfo parent = parent(ctx);
    return parent == null ? null : parent.cmdline();
  }

  /** Program and arguments; a blank stands behind the program even without arguments. */
  public static @Nullable ByteSlice exeline(MatchContext ctx) {
    ThreadInfo thread = ctx.state().thread;
    if (thread == null) {
      return null;
    }
    return ctx.text()
        .append(thread.exe)
        .append(' ')
        .append(thread.joinedArgs())
        .finish(ctx.slice());
  }

  public static @Nullable ByteSlice args(MatchContext ctx) {
    ThreadInfo thread = ctx.state().thread;
    return thread == null ? null : thread.joinedArgs();
  }

  /** One argument; empty when there are not so many. */
  public static @Nullable ByteSlice args(MatchContext ctx, int index) {
    ThreadInfo thread = ctx.state().thread;
    if (thread == null) {
      return null;
    }
    ByteSlice argument = NulSeparated.get(thread.args(), index, ctx.slice());
    return argument == null ? ByteSlice.EMPTY : argument;
  }

  public static long cmdnargs(MatchContext ctx) {
    ThreadInfo thread = ctx.state().thread;
    return thread == null ? ctx.absent() : NulSeparated.count(thread.args());
  }

  public static long cmdlenargs(MatchContext ctx) {
    ThreadInfo thread = ctx.state().thread;
    if (thread == null) {
      return ctx.absent();
    }
    ByteSlice args = thread.args();
    long separators = Math.max(0, NulSeparated.count(args) - 1);
    return args.length() - separators;
  }

  public static @Nullable ByteSlice env(MatchContext ctx) {
    ThreadInfo thread = ctx.state().thread;
    return thread == null ? null : Environment.all(ctx, thread);
  }

  /** The whole environment: libsinsp takes a position for no name at all. */
  public static @Nullable ByteSlice env(MatchContext ctx, int index) {
    return env(ctx);
  }

  public static @Nullable ByteSlice env(MatchContext ctx, ByteSlice name) {
    ThreadInfo thread = ctx.state().thread;
    return thread == null ? null : Environment.value(ctx, thread, name);
  }

  public static @Nullable ByteSlice cwd(MatchContext ctx) {
    ThreadInfo thread = ctx.state().thread;
    return thread == null ? null : thread.cwd();
  }

  public static long tty(MatchContext ctx) {
    ThreadInfo thread = ctx.state().thread;
    return thread == null ? ctx.absent() : thread.tty;
  }

  public static long pid(MatchContext ctx) {
    ThreadInfo thread = ctx.state().thread;
    return thread == null || !isId(thread.pid) ? ctx.absent() : thread.pid;
  }

  public static long ppid(MatchContext ctx) {
    ThreadInfo parent = parent(ctx);
    return parent == null || !isId(parent.pid) ? ctx.absent() : parent.pid;
  }

  public static long vpid(MatchContext ctx) {
    ThreadInfo thread = ctx.state().thread;
    return thread == null || thread.vpid == -1 ? ctx.absent() : thread.vpid;
  }

  /** Of the thread that the parent id names, main or not. */
  public static long pvpid(MatchContext ctx) {
    ThreadInfo thread = ctx.state().thread;
    ThreadInfo parent = thread == null ? null : ctx.tables().parent(thread);
    return parent == null ? ctx.absent() : parent.vpid;
  }

  /** The oldest of the process and its ancestors whose name ends as shells' names do. */
  public static long loginshellid(MatchContext ctx) {
    ThreadInfo thread = ctx.state().thread;
    ThreadInfo main = thread == null ? null : thread.main();
    if (main == null) {
      return ctx.absent();
    }
    ThreadInfo shell = isShell(main) ? main : null;
    AncestorWalk walk = ctx.tables().ancestors(main);
    for (ThreadInfo next = walk.next(); next != null; next = walk.next()) {
      if (isShell(next)) {
        shell = next;
      }
    }
    return shell == null ? ctx.absent() : shell.pid;
  }

  public static long nthreads(MatchContext ctx) {
    ThreadInfo thread = ctx.state().thread;
    return thread == null ? ctx.absent() : thread.threadCount();
  }

  /** Living threads of the process besides the main one. */
  public static long nchilds(MatchContext ctx) {
    ThreadInfo thread = ctx.state().thread;
    if (thread == null) {
      return ctx.absent();
    }
    ThreadInfo main = thread.group() == null ? null : thread.main();
    long counted = main == null || main.isDead() ? 0 : 1;
    return thread.threadCount() - counted;
  }

  /** The main thread of the parent, or null. */
  static @Nullable ThreadInfo parent(MatchContext ctx) {
    ThreadInfo thread = ctx.state().thread;
    return thread == null ? null : ctx.tables().ancestorProcess(thread, 1);
  }

  /** True for what can be a process or thread id of the kernel. */
  static boolean isId(long id) {
    return id >= -1 && id <= 0xFFFF_FFFFL;
  }

  private static boolean isShell(ThreadInfo thread) {
    ByteSlice comm = thread.comm;
    int length = comm.length();
    return length >= 2 && comm.at(length - 2) == 's' && comm.at(length - 1) == 'h';
  }
}
