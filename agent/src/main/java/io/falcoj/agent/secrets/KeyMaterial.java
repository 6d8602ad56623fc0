package io.falcoj.agent.secrets;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.KeyStore;
import java.security.PrivateKey;
import java.security.cert.Certificate;
import java.security.cert.X509Certificate;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What one end of a connection shows, and whom it trusts.
 *
 * @param keys certificate and key
 * @param password of the key in the store
 * @param trusted certificates that sign those of the other end, or null
 */
public record KeyMaterial(KeyStore keys, String password, @Nullable KeyStore trusted) {
  private static final String ALIAS = "server";

  /**
   * Reads files.
   *
   * @param certificate PEM or PKCS#12
   * @param key PEM; null when the key is in the first file
   * @param passwordFile its first line opens the key; null for none
   * @param ca PEM; null to trust nobody
   * @throws SecretException when they cannot be read or do not belong together
   */
  public static KeyMaterial read(
      Path certificate, @Nullable Path key, @Nullable Path passwordFile, @Nullable Path ca)
      throws SecretException {
    String password = passwordFile == null ? "" : firstLine(passwordFile);
    byte[] content = bytes(certificate);
    String text = new String(content, StandardCharsets.ISO_8859_1);
    KeyStore keys =
        Pem.looksLike(text)
            ? ofPem(certificate, text, key, password)
            : ofPkcs12(certificate, content, password);
    return new KeyMaterial(keys, password, ca == null ? null : trusted(ca));
  }

  private static KeyStore ofPem(Path file, String text, @Nullable Path keyFile, String password)
      throws SecretException {
    Pem pem = Pem.read(file, text, password.toCharArray());
    Path whereKey = keyFile == null ? file : keyFile;
    PrivateKey key =
        keyFile == null
            ? pem.key()
            : Pem.read(keyFile, text(keyFile), password.toCharArray()).key();
    if (pem.certificates().isEmpty()) {
      throw new SecretException(file + ": there is no certificate in it");
    }
    if (key == null) {
      throw new SecretException(whereKey + ": there is no private key in it");
    }
    X509Certificate own = pem.certificates().get(0);
    if (!KeyPairs.belongTogether(own.getPublicKey(), key)) {
      throw new SecretException(
          whereKey + ": the private key is not that of the first certificate in " + file);
    }
    try {
      KeyStore store = empty();
      store.setKeyEntry(
          ALIAS, key, password.toCharArray(), pem.certificates().toArray(new Certificate[0]));
      return store;
    } catch (GeneralSecurityException e) {
      throw new SecretException(file + ": cannot be used: " + e.getMessage());
    }
  }

  private static KeyStore ofPkcs12(Path file, byte[] content, String password)
      throws SecretException {
    try {
      KeyStore store = KeyStore.getInstance("PKCS12");
      store.load(new ByteArrayInputStream(content), password.toCharArray());
      return store;
    } catch (IOException | GeneralSecurityException e) {
      throw new SecretException(
          file + ": is neither PEM nor PKCS#12 that the password opens: " + e.getMessage());
    }
  }

  private static KeyStore trusted(Path ca) throws SecretException {
    List<X509Certificate> certificates =
        new ArrayList<>(Pem.read(ca, text(ca), new char[0]).certificates());
    if (certificates.isEmpty()) {
      throw new SecretException(ca + ": there is no certificate in it");
    }
    try {
      KeyStore store = empty();
      for (int i = 0; i < certificates.size(); i++) {
        store.setCertificateEntry("ca" + i, certificates.get(i));
      }
      return store;
    } catch (GeneralSecurityException e) {
      throw new SecretException(ca + ": cannot be used: " + e.getMessage());
    }
  }

  private static KeyStore empty() throws GeneralSecurityException {
    KeyStore store = KeyStore.getInstance("PKCS12");
    try {
      store.load(null, null);
    } catch (IOException e) {
      throw new IllegalStateException("nothing is read", e);
    }
    return store;
  }

  private static String text(Path file) throws SecretException {
    return new String(bytes(file), StandardCharsets.ISO_8859_1);
  }

  private static String firstLine(Path file) throws SecretException {
    return new String(bytes(file), StandardCharsets.UTF_8).lines().findFirst().orElse("");
  }

  private static byte[] bytes(Path file) throws SecretException {
    try {
      return Files.readAllBytes(file);
    } catch (NoSuchFileException e) {
      throw new SecretException(file + ": no such file");
    } catch (IOException e) {
      throw new SecretException(file + ": cannot be read: " + e.getMessage());
    }
  }
}
