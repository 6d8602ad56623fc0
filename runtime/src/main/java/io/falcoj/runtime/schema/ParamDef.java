package io.falcoj.runtime.schema;

import io.falcoj.runtime.schema.names.FlagTable;
import io.falcoj.runtime.schema.names.PrintFormat;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * One parameter of an event type.
 *
 * @param name as in {@code evt.arg.NAME}
 * @param symbols names of the values of a flag or enumeration parameter, or null
 * @param variants for {@link FieldType#DYN}: the type chosen by the selector byte; empty otherwise
 * @param dirfdParam for {@link FieldType#FSRELPATH}: index of the parameter that holds the
 *     directory descriptor, or -1
 */
public record ParamDef(
    String name,
    FieldType type,
    PrintFormat format,
    @Nullable FlagTable symbols,
    List<ParamDef> variants,
    int dirfdParam) {
  public ParamDef {
    variants = List.copyOf(variants);
  }
}
