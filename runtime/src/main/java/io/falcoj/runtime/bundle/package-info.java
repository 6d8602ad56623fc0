/**
 * Bundle jar to rule set: checks format, ABI and digests, verifies every class against an
 * allow-list, then defines them.
 */
@NullMarked
package io.falcoj.runtime.bundle;

import org.jspecify.annotations.NullMarked;
