package io.falcoj.agent.secrets;

import java.io.IOException;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.KeyFactory;
import java.security.PrivateKey;
import java.security.spec.InvalidKeySpecException;
import java.security.spec.PKCS8EncodedKeySpec;
import java.util.List;
import javax.crypto.Cipher;
import javax.crypto.EncryptedPrivateKeyInfo;
import javax.crypto.SecretKeyFactory;
import javax.crypto.spec.PBEKeySpec;

/** Private keys in the forms in which tools write them: PKCS#8, PKCS#1 and SEC 1. */
final class PrivateKeys {
  private static final List<String> ALGORITHMS = List.of("RSA", "EC", "EdDSA");

  private PrivateKeys() {}

  /**
   * Reads a key.
   *
   * @param type what the PEM section calls it
   */
  static PrivateKey read(Path file, String type, byte[] der, char[] password)
      throws SecretException {
    return switch (type) {
      case "PRIVATE KEY" -> decode(file, new PKCS8EncodedKeySpec(der));
      case "RSA PRIVATE KEY" -> decode(file, new PKCS8EncodedKeySpec(Der.ofRsa(der)));
      case "EC PRIVATE KEY" -> {
        byte[] whole = Der.ofEc(der);
        if (whole == null) {
          throw new SecretException(
              file + ": the key does not name its curve; write it with `openssl pkcs8 -topk8`");
        }
        yield decode(file, new PKCS8EncodedKeySpec(whole));
      }
      case "ENCRYPTED PRIVATE KEY" -> decode(file, decrypt(file, der, password));
      default -> throw new SecretException(file + ": keys of the form " + type + " are not read");
    };
  }

  private static PKCS8EncodedKeySpec decrypt(Path file, byte[] der, char[] password)
      throws SecretException {
    if (password.length == 0) {
      throw new SecretException(file + ": the key is encrypted and no password is given");
    }
    try {
      EncryptedPrivateKeyInfo encrypted = new EncryptedPrivateKeyInfo(der);
      String scheme = encrypted.getAlgName();
      // With PBES2 the algorithm is in the parameters.
      String algorithm = scheme.equals("PBES2") ? encrypted.getAlgParameters().toString() : scheme;
      Cipher cipher = Cipher.getInstance(algorithm);
      cipher.init(
          Cipher.DECRYPT_MODE,
          SecretKeyFactory.getInstance(algorithm).generateSecret(new PBEKeySpec(password)),
          encrypted.getAlgParameters());
      return encrypted.getKeySpec(cipher);
    } catch (IOException | GeneralSecurityException e) {
      throw new SecretException(file + ": the key cannot be decrypted: " + e.getMessage());
    }
  }

  private static PrivateKey decode(Path file, PKCS8EncodedKeySpec spec) throws SecretException {
    for (String algorithm : ALGORITHMS) {
      try {
        return KeyFactory.getInstance(algorithm).generatePrivate(spec);
      } catch (InvalidKeySpecException e) {
        // It is a key of another kind, or none.
      } catch (GeneralSecurityException e) {
        throw new IllegalStateException("every Java platform knows " + algorithm, e);
      }
    }
    throw new SecretException(
        file + ": the key is damaged or of a kind other than " + String.join(", ", ALGORITHMS));
  }
}
