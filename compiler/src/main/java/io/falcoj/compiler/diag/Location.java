package io.falcoj.compiler.diag;

import io.falcoj.compiler.source.SourceSpan;

/**
 * A declaration, or a part of one, that encloses a finding; spelled as Falco spells it in {@code
 * falco_load_results}.
 *
 * @param itemType e.g. {@code rule}, {@code macro condition}, {@code value for}
 * @param itemName the declaration's name, or empty
 * @param span where it begins
 */
public record Location(String itemType, String itemName, SourceSpan span) {}
