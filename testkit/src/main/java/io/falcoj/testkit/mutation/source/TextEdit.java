package io.falcoj.testkit.mutation.source;

/** Replaces characters of a condition's text, from {@code start} to {@code end}. */
public record TextEdit(int start, int end, String replacement) {}
