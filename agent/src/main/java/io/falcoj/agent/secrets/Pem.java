package io.falcoj.agent.secrets;

import java.io.ByteArrayInputStream;
import java.nio.file.Path;
import java.security.PrivateKey;
import java.security.cert.CertificateException;
import java.security.cert.CertificateFactory;
import java.security.cert.X509Certificate;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** The certificates and the key in a PEM file (RFC 7468). */
final class Pem {
  private static final Pattern SECTION =
      Pattern.compile("-----BEGIN ([A-Z0-9 ]+)-----([^-]*)-----END \\1-----");

  private final Path file;
  private final List<X509Certificate> certificates = new ArrayList<>();
  private @Nullable PrivateKey key;

  private Pem(Path file) {
    this.file = file;
  }

  static boolean looksLike(String text) {
    return text.contains("-----BEGIN ");
  }

  /**
   * Reads the sections of a file.
   *
   * @param password of its key, if that needs one
   */
  static Pem read(Path file, String text, char[] password) throws SecretException {
    Pem pem = new Pem(file);
    Matcher sections = SECTION.matcher(text);
    while (sections.find()) {
      pem.section(sections.group(1), sections.group(2), password);
    }
    return pem;
  }

  private void section(String type, String content, char[] password) throws SecretException {
    if (content.contains("Proc-Type")) {
      throw new SecretException(
          file
              + ": the key is encrypted in an old form; write it anew with"
              + " `openssl pkcs8 -topk8`");
    }
    byte[] der;
    try {
      der = Base64.getMimeDecoder().decode(content);
    } catch (IllegalArgumentException e) {
      throw new SecretException(file + ": a section " + type + " is not base64");
    }
    if (type.equals("CERTIFICATE")) {
      certificates.add(certificate(der));
    } else if (type.endsWith("PRIVATE KEY") && key == null) {
      key = PrivateKeys.read(file, type, der, password);
    }
  }

  private X509Certificate certificate(byte[] der) throws SecretException {
    try {
      return (X509Certificate)
          CertificateFactory.getInstance("X.509")
              .generateCertificate(new ByteArrayInputStream(der));
    } catch (CertificateException e) {
      throw new SecretException(file + ": a certificate in it is damaged: " + e.getMessage());
    }
  }

  /** In the order of the file: that of the server first, then those that sign it. */
  List<X509Certificate> certificates() {
    return certificates;
  }

  @Nullable PrivateKey key() {
    return key;
  }
}
