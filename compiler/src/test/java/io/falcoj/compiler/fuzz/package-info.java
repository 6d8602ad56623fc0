/** Bytes and texts of any kind through the whole compiler. */
package io.falcoj.compiler.fuzz;
