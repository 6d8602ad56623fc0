/**
 * Certificates, keys and tokens from files that may change. In: PEM, PKCS#12, text. Out: key stores
 * and checks. Knows no server and no client.
 */
@NullMarked
package io.falcoj.agent.secrets;

import org.jspecify.annotations.NullMarked;
