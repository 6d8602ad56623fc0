package io.falcoj.agent.webhook;

import io.falcoj.agent.config.AuditConfig;
import io.falcoj.agent.secrets.FileStamp;
import io.falcoj.agent.secrets.KeyMaterial;
import io.falcoj.agent.secrets.SecretException;
import io.falcoj.runtime.source.SourceException;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.eclipse.jetty.util.ssl.SslContextFactory;
import org.jspecify.annotations.Nullable;

/** What HTTPS needs, from files that may change while the server runs. */
final class Certificates {
  private final AuditConfig.Tls tls;
  private final List<Path> files;
  private final SslContextFactory.Server factory = new SslContextFactory.Server();
  private FileStamp stamp;

  private Certificates(AuditConfig.Tls tls) {
    this.tls = tls;
    this.files =
        Stream.of(tls.certificate(), tls.key(), tls.passwordFile(), tls.clientCa())
            .filter(name -> !name.isEmpty())
            .map(Path::of)
            .toList();
    this.stamp = FileStamp.of(files);
  }

  static Certificates read(AuditConfig.Tls tls) throws SourceException {
    Certificates certificates = new Certificates(tls);
    try {
      set(certificates.factory, certificates.load());
    } catch (SecretException e) {
      throw new SourceException(tls.certificate(), -1, String.valueOf(e.getMessage()));
    }
    certificates.factory.setSniRequired(false);
    return certificates;
  }

  SslContextFactory.Server factory() {
    return factory;
  }

  /**
   * Takes over what the files hold now, if they have changed; connections that stand keep what they
   * have. What cannot be read leaves the old certificate in force.
   *
   * @return what to tell the user, or null
   */
  @Nullable String refresh() {
    FileStamp now = FileStamp.of(files);
    if (now.equals(stamp)) {
      return null;
    }
    stamp = now;
    try {
      KeyMaterial material = load();
      factory.reload(changed -> set(changed, material));
      return null;
    } catch (Exception e) {
      return "the certificate stays as it was: " + e.getMessage();
    }
  }

  private KeyMaterial load() throws SecretException {
    return KeyMaterial.read(
        Path.of(tls.certificate()),
        path(tls.key()),
        path(tls.passwordFile()),
        path(tls.clientCa()));
  }

  private static @Nullable Path path(String name) {
    return name.isEmpty() ? null : Path.of(name);
  }

  private static void set(SslContextFactory factory, KeyMaterial material) {
    factory.setKeyStore(material.keys());
    factory.setKeyStorePassword(material.password());
    factory.setTrustStore(material.trusted());
    ((SslContextFactory.Server) factory).setNeedClientAuth(material.trusted() != null);
  }
}
