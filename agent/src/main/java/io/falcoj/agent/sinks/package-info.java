/** Where alerts go: standard output, files. Imports no command line library. */
@NullMarked
package io.falcoj.agent.sinks;

import org.jspecify.annotations.NullMarked;
