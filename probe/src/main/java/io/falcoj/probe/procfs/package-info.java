/**
 * The snapshot of the machine from {@code /proc} and the files of accounts. Out: entries of
 * threads, descriptors, users and addresses, as a capture begins with them.
 */
@NullMarked
package io.falcoj.probe.procfs;

import org.jspecify.annotations.NullMarked;
