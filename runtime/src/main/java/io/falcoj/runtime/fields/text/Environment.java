package io.falcoj.runtime.fields.text;

import io.falcoj.runtime.abi.MatchContext;
import io.falcoj.runtime.state.ThreadInfo;
import io.falcoj.runtime.value.ByteSlice;
import io.falcoj.runtime.value.TextBuilder;

/** The environment variables of a process. */
public final class Environment {
  private Environment() {}

  /** All variables, with blanks between them. */
  public static ByteSlice all(MatchContext ctx, ThreadInfo thread) {
    ByteSlice env = thread.env();
    TextBuilder text = ctx.text();
    for (int i = 0; i < env.length(); i++) {
      byte b = env.at(i);
      text.append(b == 0 ? (byte) ' ' : b);
    }
    return text.finish(ctx.slice());
  }

  /** The value of one variable without blanks around it; empty when it is not set. */
  public static ByteSlice value(MatchContext ctx, ThreadInfo thread, ByteSlice name) {
    ByteSlice env = thread.env();
    int equals = name.length();
    for (int start = 0; start < env.length(); start = NulSeparated.end(env, start) + 1) {
      int end = NulSeparated.end(env, start);
      if (end - start > equals + 1 && isNamed(env, start, name)) {
        return trimmed(env, start + equals + 1, end, ctx.slice());
      }
    }
    return ByteSlice.EMPTY;
  }

  private static boolean isNamed(ByteSlice env, int start, ByteSlice name) {
    for (int i = 0; i < name.length(); i++) {
      if (env.at(start + i) != name.at(i)) {
        return false;
      }
    }
    return env.at(start + name.length()) == '=';
  }

  private static ByteSlice trimmed(ByteSlice env, int start, int end, ByteSlice target) {
    int from = start;
    int to = end;
    while (from < to && env.at(from) == ' ') {
      from++;
    }
    while (to > from && env.at(to - 1) == ' ') {
      to--;
    }
    return NulSeparated.part(env, from, to, target);
  }
}
