package io.falcoj.compiler.codegen;

/** A generated static method. */
record MethodRef(String owner, String name) {}
