/**
 * The rules under test: compiled once for all suites that name the same files. Also holds test
 * files to them: rules that exist, fields that their events have.
 */
@NullMarked
package io.falcoj.testkit.rules;

import org.jspecify.annotations.NullMarked;
