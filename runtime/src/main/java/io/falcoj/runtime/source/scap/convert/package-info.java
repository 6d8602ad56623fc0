/** Brings events of older captures into today's shape, table driven, as they are read. */
@NullMarked
package io.falcoj.runtime.source.scap.convert;

import org.jspecify.annotations.NullMarked;
