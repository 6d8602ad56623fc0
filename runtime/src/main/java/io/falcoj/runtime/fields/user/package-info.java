/** Accessors of users and groups. */
@NullMarked
package io.falcoj.runtime.fields.user;

import org.jspecify.annotations.NullMarked;
