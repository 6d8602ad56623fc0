package io.falcoj.compiler.pushdown;

import io.falcoj.compiler.ir.Check;
import io.falcoj.compiler.ir.EventTypeIs;
import io.falcoj.compiler.ir.Exists;

/** What leaves of a condition mean for the events that are looked at. */
interface View {
  Bounds of(Check check);

  Bounds of(Exists exists);

  Bounds of(EventTypeIs type);
}
