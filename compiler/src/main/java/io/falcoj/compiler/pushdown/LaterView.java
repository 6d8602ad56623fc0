package io.falcoj.compiler.pushdown;

import io.falcoj.compiler.dispatch.EventTypeIndex;
import io.falcoj.compiler.ir.Check;
import io.falcoj.compiler.ir.EventTypeIs;
import io.falcoj.compiler.ir.Exists;
import io.falcoj.compiler.ir.Load;
import io.falcoj.runtime.pushdown.Source;
import java.util.List;

/**
 * Later events in which fields of one group look at a descriptor whose making was not told. What
 * else the events show is not known.
 *
 * @param path stands for the path that the descriptor was opened with
 */
record LaterView(Reading reading, Descriptor descriptor, Source path, Outcomes outcomes)
    implements View {
  @Override
  public Bounds of(EventTypeIs check) {
    return new Bounds(
        Formula.of(EventTypeIndex.canHold(check).intersects(reading.codes())),
        Formula.of(!EventTypeIndex.canFail(check).intersects(reading.codes())));
  }

  @Override
  public Bounds of(Exists exists) {
    if (exists.load() instanceof Load.Field field) {
      List<Object> values = descriptor.values(reading.asDescriptor(field));
      return values != null && values.equals(List.of(Outcomes.ABSENT))
          ? Bounds.NEVER
          : Bounds.UNKNOWN;
    }
    return Bounds.UNKNOWN;
  }

  @Override
  public Bounds of(Check check) {
    if (!(check.load() instanceof Load.Field field)) {
      return Bounds.UNKNOWN;
    }
    String name = reading.asDescriptor(field);
    List<Object> values = descriptor.values(name);
    if (values != null) {
      return outcomes.of(check, values);
    }
    if (descriptor != Descriptor.FILE || check.over() != Check.Over.ONE) {
      return Bounds.UNKNOWN;
    }
    PathAtoms atoms = new PathAtoms(path);
    return switch (name) {
      case "fd.name", "fd.nameraw" -> Bounds.atMost(atoms.ofPath(check.test()));
      case "fd.filename" -> Bounds.atMost(atoms.ofFilename(check.test()));
      case "fd.directory" -> Bounds.atMost(atoms.ofDirectory(check.test()));
      default -> Bounds.UNKNOWN;
    };
  }
}
