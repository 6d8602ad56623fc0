/**
 * Declarations merged over all files: what every rule, macro and list finally says, in load order.
 */
@NullMarked
package io.falcoj.compiler.decl;

import org.jspecify.annotations.NullMarked;
