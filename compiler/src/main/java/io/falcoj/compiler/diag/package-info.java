/** Diagnostics as data: code, severity, span, message, way out; rendered as text or JSON. */
@NullMarked
package io.falcoj.compiler.diag;

import org.jspecify.annotations.NullMarked;
