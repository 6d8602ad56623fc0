/**
 * Results for people and for machines: lines while a run goes on, and files of it at its end. In
 * goes what {@code run} found; equal results give equal bytes.
 */
@NullMarked
package io.falcoj.testkit.report;

import org.jspecify.annotations.NullMarked;
