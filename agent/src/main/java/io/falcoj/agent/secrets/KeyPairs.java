package io.falcoj.agent.secrets;

import java.security.GeneralSecurityException;
import java.security.PrivateKey;
import java.security.PublicKey;
import java.security.Signature;

/** Whether two keys are a pair: found out by signing, which works for every kind of key. */
final class KeyPairs {
  private static final byte[] MESSAGE = {1, 2, 3};

  private KeyPairs() {}

  static boolean belongTogether(PublicKey open, PrivateKey secret) {
    String algorithm =
        switch (secret.getAlgorithm()) {
          case "RSA" -> "SHA256withRSA";
          case "EC" -> "SHA256withECDSA";
          default -> secret.getAlgorithm();
        };
    try {
      Signature signature = Signature.getInstance(algorithm);
      signature.initSign(secret);
      signature.update(MESSAGE);
      byte[] signed = signature.sign();
      signature.initVerify(open);
      signature.update(MESSAGE);
      return signature.verify(signed);
    } catch (GeneralSecurityException e) {
      return false;
    }
  }
}
