package io.falcoj.compiler.codegen;

import io.falcoj.runtime.abi.Bootstraps;
import io.falcoj.runtime.abi.CompiledRuleSet;
import io.falcoj.runtime.abi.EventTypeSet;
import io.falcoj.runtime.abi.MatchContext;
import io.falcoj.runtime.abi.MatchSink;
import io.falcoj.runtime.abi.ParamRef;
import io.falcoj.runtime.fields.PrintedNumber;
import io.falcoj.runtime.ops.Getopt;
import io.falcoj.runtime.ops.GlobOps;
import io.falcoj.runtime.ops.ListOps;
import io.falcoj.runtime.ops.NetOps;
import io.falcoj.runtime.ops.NumberOps;
import io.falcoj.runtime.ops.Regex;
import io.falcoj.runtime.ops.StringOps;
import io.falcoj.runtime.ops.Transformers;
import io.falcoj.runtime.value.ByteSlice;
import io.falcoj.runtime.value.ByteSliceSet;
import io.falcoj.runtime.value.Glob;
import io.falcoj.runtime.value.IpNetSet;
import io.falcoj.runtime.value.LongSet;
import io.falcoj.runtime.value.Needle;
import io.falcoj.runtime.value.PathPrefixTrie;
import io.falcoj.runtime.value.SlicePool;
import io.falcoj.runtime.value.TextBuilder;
import io.falcoj.runtime.value.TextIndex;
import io.falcoj.runtime.value.ValueList;
import org.objectweb.asm.Type;

/** The runtime's types as generated code names them. */
final class Types {
  static final String BOOTSTRAPS = name(Bootstraps.class);
  static final String RULE_SET = name(CompiledRuleSet.class);
  static final String CONTEXT = name(MatchContext.class);
  static final String SINK = name(MatchSink.class);
  static final String PARAM = name(ParamRef.class);
  static final String EVENT_TYPES = name(EventTypeSet.class);
  static final String SLICE = name(ByteSlice.class);
  static final String SLICES = name(ByteSliceSet.class);
  static final String LONGS = name(LongSet.class);
  static final String NETS = name(IpNetSet.class);
  static final String PATHS = name(PathPrefixTrie.class);
  static final String INDEX = name(TextIndex.class);
  static final String NEEDLE = name(Needle.class);
  static final String GLOB = name(Glob.class);
  static final String REGEX = name(Regex.class);
  static final String LIST = name(ValueList.class);
  static final String TEXT = name(TextBuilder.class);
  static final String POOL = name(SlicePool.class);
  static final String STRING_OPS = name(StringOps.class);
  static final String NUMBER_OPS = name(NumberOps.class);
  static final String NET_OPS = name(NetOps.class);
  static final String LIST_OPS = name(ListOps.class);
  static final String GLOB_OPS = name(GlobOps.class);
  static final String GETOPT = name(Getopt.class);
  static final String TRANSFORMERS = name(Transformers.class);
  static final String PRINTED_NUMBER = name(PrintedNumber.class);
  static final String FIELDS = "io/falcoj/runtime/fields/";

  /** {@code (MatchContext)boolean}: every predicate. */
  static final String PREDICATE = "(" + desc(CONTEXT) + ")Z";

  private Types() {}

  private static String name(Class<?> type) {
    return Type.getInternalName(type);
  }

  static String desc(String name) {
    return "L" + name + ";";
  }
}
