package io.falcoj.runtime.schema;

import org.jspecify.annotations.Nullable;

/**
 * A field as a rule names it: a row and its argument.
 *
 * @param text canonical text, e.g. {@code proc.aname[2]}; the key in {@code output_fields}
 * @param arg text of the argument, or null
 * @param type type of one value; differs from the row's for {@link FieldType#DYN}
 */
public record FieldRef(FieldDef def, String text, @Nullable String arg, FieldType type) {}
