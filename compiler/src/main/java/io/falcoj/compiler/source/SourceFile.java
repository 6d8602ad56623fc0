package io.falcoj.compiler.source;

/**
 * A file given to the compiler.
 *
 * @param name as shown in diagnostics, usually the path as the user gave it
 * @param text decoded content
 */
public record SourceFile(String name, String text) {}
