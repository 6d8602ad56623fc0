/**
 * What past events taught: threads and their ancestry, descriptors, users, containers. Updated
 * before matching; removals happen after it.
 */
@NullMarked
package io.falcoj.runtime.state;

import org.jspecify.annotations.NullMarked;
