package io.falcoj.agent.secrets;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Path;
import java.security.KeyFactory;
import java.security.KeyPair;
import java.security.KeyPairGenerator;
import java.security.PrivateKey;
import java.security.PublicKey;
import java.security.spec.ECGenParameterSpec;
import java.security.spec.X509EncodedKeySpec;
import java.util.Arrays;
import java.util.Base64;
import org.junit.jupiter.api.Test;

/** Keys in every form in which tools write them. */
class KeyFormsTest {
  private static final Path FILE = Path.of("key.pem");
  private static final char[] NONE = {};

  /** Of one key pair, made for this test alone: {@code openssl ecparam -genkey}. */
  private static final String SEC1 =
      "MHcCAQEEIM0hZfBU/bcncMU97TgxQAn1KEtP0l0oX0z8GbCxr8bdoAoGCCqGSM49"
          + "AwEHoUQDQgAENNSkD7zQKzJ3xeH7Ujh5cQXteVdLsDgN9U6zGaddpv4DCJgGGzQ5"
          + "ANuf7Lyn/KoxNWynxHV+bvvSwVyd1hC2GQ==";

  private static final String PUBLIC =
      "MFkwEwYHKoZIzj0CAQYIKoZIzj0DAQcDQgAENNSkD7zQKzJ3xeH7Ujh5cQXteVdL"
          + "sDgN9U6zGaddpv4DCJgGGzQ5ANuf7Lyn/KoxNWynxHV+bvvSwVyd1hC2GQ==";

  /** {@code openssl pkcs8 -topk8 -v2 aes256}, password "open". */
  private static final String ENCRYPTED =
      "MIHsMFcGCSqGSIb3DQEFDTBKMCkGCSqGSIb3DQEFDDAcBAg0Ww2oi5Vz6QICCAAw"
          + "DAYIKoZIhvcNAgkFADAdBglghkgBZQMEASoEEEBKKARfu5ZUjTBcL4f4glQEgZDg"
          + "K6ylrj8EoguMu0tz+2AhHVckncTqeI4qwmrFpArY70MzHmpijm99e8gOVg2HjSSX"
          + "Ff1df68yt8Jn1KXhPq4G1Gxs3ZPULWXYIqaAqnx/H1VQzffMB0LpfiC14ba1rwK6"
          + "MDslbpGoTGdZBMa7xBayIhg5fHbw1eK+6AZrFilmXxN8sLDZyb/1wYZzI62ksS0=";

  private static KeyPair rsa() throws Exception {
    KeyPairGenerator generator = KeyPairGenerator.getInstance("RSA");
    generator.initialize(2048);
    return generator.generateKeyPair();
  }

  private static KeyPair ec(String curve) throws Exception {
    KeyPairGenerator generator = KeyPairGenerator.getInstance("EC");
    generator.initialize(new ECGenParameterSpec(curve));
    return generator.generateKeyPair();
  }

  @Test
  void pkcs8OfEveryKind() throws Exception {
    KeyPair edwards = KeyPairGenerator.getInstance("Ed25519").generateKeyPair();
    for (KeyPair pair : new KeyPair[] {rsa(), ec("secp256r1"), edwards}) {
      PrivateKey key = PrivateKeys.read(FILE, "PRIVATE KEY", pair.getPrivate().getEncoded(), NONE);
      assertThat(KeyPairs.belongTogether(pair.getPublic(), key)).isTrue();
    }
  }

  @Test
  void pkcs1() throws Exception {
    KeyPair pair = rsa();
    byte[] whole = pair.getPrivate().getEncoded();
    // PKCS#8 of RSA: version, algorithm, and the key of PKCS#1 behind 26 bytes.
    byte[] inner = Arrays.copyOfRange(whole, 26, whole.length);
    PrivateKey key = PrivateKeys.read(FILE, "RSA PRIVATE KEY", inner, NONE);
    assertThat(KeyPairs.belongTogether(pair.getPublic(), key)).isTrue();
    assertThat(KeyPairs.belongTogether(rsa().getPublic(), key)).isFalse();
  }

  @Test
  void sec1() throws Exception {
    byte[] der = Base64.getDecoder().decode(SEC1);
    PrivateKey key = PrivateKeys.read(FILE, "EC PRIVATE KEY", der, NONE);
    assertThat(KeyPairs.belongTogether(publicKey(), key)).isTrue();
    byte[] nameless = Arrays.copyOf(der, 39);
    nameless[1] = 37;
    assertThatThrownBy(() -> PrivateKeys.read(FILE, "EC PRIVATE KEY", nameless, NONE))
        .isInstanceOf(SecretException.class)
        .hasMessageContaining("does not name its curve");
  }

  private static PublicKey publicKey() throws Exception {
    return KeyFactory.getInstance("EC")
        .generatePublic(new X509EncodedKeySpec(Base64.getDecoder().decode(PUBLIC)));
  }

  @Test
  void encryptedPkcs8() throws Exception {
    byte[] encrypted = Base64.getDecoder().decode(ENCRYPTED);
    PrivateKey key =
        PrivateKeys.read(FILE, "ENCRYPTED PRIVATE KEY", encrypted, "open".toCharArray());
    assertThat(KeyPairs.belongTogether(publicKey(), key)).isTrue();
    assertThatThrownBy(
            () -> PrivateKeys.read(FILE, "ENCRYPTED PRIVATE KEY", encrypted, "no".toCharArray()))
        .hasMessageContaining("key.pem: the key cannot be decrypted");
    assertThatThrownBy(() -> PrivateKeys.read(FILE, "ENCRYPTED PRIVATE KEY", encrypted, NONE))
        .hasMessageContaining("no password is given");
  }

  @Test
  void whatIsNoKeyIsSaidToBeNone() {
    assertThatThrownBy(() -> PrivateKeys.read(FILE, "PRIVATE KEY", new byte[] {1, 2}, NONE))
        .hasMessageContaining("the key is damaged");
    assertThatThrownBy(() -> PrivateKeys.read(FILE, "EC PRIVATE KEY", new byte[] {1, 2}, NONE))
        .isInstanceOf(SecretException.class);
    assertThatThrownBy(() -> PrivateKeys.read(FILE, "DSA PRIVATE KEY", new byte[] {1, 2}, NONE))
        .hasMessageContaining("are not read");
  }
}
