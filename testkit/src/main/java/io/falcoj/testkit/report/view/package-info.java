/** What every report shows, and how it names files, times and outcomes. */
@NullMarked
package io.falcoj.testkit.report.view;

import org.jspecify.annotations.NullMarked;
