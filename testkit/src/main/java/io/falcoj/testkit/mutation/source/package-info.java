/**
 * What mutants are: changes of a rule file's text, and of the declaration that it holds. In: rules
 * as declared. Out: texts that can be changed and what becomes of them.
 */
@NullMarked
package io.falcoj.testkit.mutation.source;

import org.jspecify.annotations.NullMarked;
