/**
 * Rule tests inside JUnit 5: an engine for test files that are selected as files, and a class for
 * tools that only find classes. The only package that sees JUnit, which who uses it brings along.
 */
@NullMarked
package io.falcoj.testkit.junit;

import org.jspecify.annotations.NullMarked;
