package io.falcoj.compiler.pushdown;

import io.falcoj.compiler.ir.Load;
import io.falcoj.runtime.schema.FieldClass;
import io.falcoj.runtime.schema.FieldRef;
import io.falcoj.runtime.schema.FieldType;
import io.falcoj.runtime.schema.ParamDef;
import java.util.BitSet;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Fields that look at the same descriptor.
 *
 * @param group {@code fd}, {@code proc.stdin} and the like, or the field itself
 * @param path whether a field that is the group shows the descriptor's path
 * @param codes the events in which they do
 * @param printed false when it counts in conditions only
 */
record Reading(String group, boolean path, BitSet codes, boolean printed) {
  private static final Set<String> STANDARD = Set.of("proc.stdin", "proc.stdout", "proc.stderr");
  private static final Set<String> BY_KIND = Set.of("evt.category", "evt.is_syslog");

  /** How the field looks at a descriptor in some of the events, or null. */
  static @Nullable Reading of(FieldRef field, BitSet among) {
    String name = field.def().name();
    String begin = name.substring(0, Math.max(0, name.lastIndexOf('.')));
    if (STANDARD.contains(begin)) {
      return some(begin, false, among, true);
    }
    if (field.def().fieldClass() == FieldClass.FD) {
      return some("fd", false, both(among, Calls.ON_DESCRIPTORS), true);
    }
    if (field.text().equals("evt.abspath.dst")) {
      return null;
    }
    if (field.def().fieldClass() == FieldClass.FS_PATH || name.equals("evt.abspath")) {
      boolean named = !name.startsWith("fs.path.source") && !name.startsWith("fs.path.target");
      BitSet changing = named ? both(among, Calls.CHANGING_FILES) : new BitSet();
      Reading own = some(field.text(), true, changing, true);
      return own != null ? own : some(field.text(), true, both(among, withEmptyPath(name)), false);
    }
    if (BY_KIND.contains(name) || name.startsWith("evt.buflen")) {
      return some(field.text(), false, both(among, Calls.ON_DESCRIPTORS), true);
    }
    if (name.equals("evt.arg")) {
      return ofParam(field, among);
    }
    boolean whole = name.equals("evt.args") || name.equals("evt.info");
    return whole ? some(field.text(), false, withDescriptors(among), true) : null;
  }

  /** A link's {@code oldpath} is its target; its other path is seen from a directory. */
  private static BitSet withEmptyPath(String field) {
    BitSet codes = (BitSet) Calls.WITH_EMPTY_PATH.clone();
    if (field.startsWith("fs.path.name")) {
      codes.andNot(Calls.LINKING);
    } else if (field.startsWith("fs.path.")) {
      codes.and(field.startsWith("fs.path.target") ? Calls.LINKING : new BitSet());
    }
    return codes;
  }

  private static @Nullable Reading some(String group, boolean path, BitSet codes, boolean printed) {
    return codes.isEmpty() ? null : new Reading(group, path, codes, printed);
  }

  private static BitSet both(BitSet one, BitSet other) {
    BitSet both = (BitSet) one.clone();
    both.and(other);
    return both;
  }

  private static @Nullable Reading ofParam(FieldRef field, BitSet among) {
    BitSet paths = new BitSet();
    BitSet others = new BitSet();
    for (int code = among.nextSetBit(0); code >= 0; code = among.nextSetBit(code + 1)) {
      int position = Calls.position(new Load.Field(field), Calls.type(code));
      if (position >= 0) {
        ParamDef param = Calls.type(code).params().get(position);
        paths.set(code, Calls.mayBeEmpty(code, param));
        others.set(code, isDescriptor(code, position, param.type()));
      }
    }
    return others.isEmpty()
        ? some(field.text(), true, paths, false)
        : some(field.text(), false, others, true);
  }

  private static BitSet withDescriptors(BitSet among) {
    BitSet codes = new BitSet();
    for (int code = among.nextSetBit(0); code >= 0; code = among.nextSetBit(code + 1)) {
      for (int i = 0; i < Calls.type(code).params().size(); i++) {
        if (isDescriptor(code, i, Calls.type(code).params().get(i).type())) {
          codes.set(code);
        }
      }
    }
    return codes;
  }

  /** Whether the parameter shows the name of a descriptor that was there before. */
  private static boolean isDescriptor(int code, int position, FieldType type) {
    boolean own = position == 0 && !Calls.ON_DESCRIPTORS.get(code);
    return type == FieldType.DYN || type == FieldType.FDLIST || (type == FieldType.FD && !own);
  }

  /** The {@code fd} field that says the same of the descriptor; of another group, a blank. */
  String asDescriptor(Load.Field field) {
    String name = field.ref().def().name();
    if (group.equals("fd")) {
      return field.ref().def().fieldClass() == FieldClass.FD ? name : "";
    }
    if (STANDARD.contains(group) && name.startsWith(group + ".")) {
      return "fd" + name.substring(group.length());
    }
    return path && field.ref().text().equals(group) ? "fd.name" : "";
  }
}
