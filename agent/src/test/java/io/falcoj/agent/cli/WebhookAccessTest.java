package io.falcoj.agent.cli;

import static io.falcoj.agent.cli.AuditEvents.events;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.net.Socket;
import java.net.http.HttpClient;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.cert.X509Certificate;
import java.util.concurrent.Callable;
import java.util.concurrent.TimeUnit;
import javax.net.ssl.SSLContext;
import javax.net.ssl.SSLSocket;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** HTTPS, client certificates and tokens, and their change while the webhook runs. */
class WebhookAccessTest {
  @TempDir private static Path keys;
  private static TestKeys server;
  private static TestKeys other;

  @TempDir private Path dir;
  private Path rules = Path.of("");
  private @Nullable LiveRun run;

  @BeforeAll
  static void makeKeys() throws Exception {
    server = TestKeys.make(keys, "server", "RSA");
    other = TestKeys.make(keys, "other", "EC");
  }

  @BeforeEach
  void writeRules() throws IOException {
    rules = Files.writeString(dir.resolve("rules.yaml"), AuditEvents.RULES);
  }

  @AfterEach
  void end() {
    if (run != null) {
      run.close();
    }
  }

  private LiveRun listen(String yaml) throws IOException {
    Path config = Files.writeString(dir.resolve("falco.yaml"), yaml);
    run = LiveRun.of("-r", rules.toString(), "-c", config.toString());
    return run;
  }

  private Path file(String name, String text) throws IOException {
    return Files.writeString(dir.resolve(name), text);
  }

  private HttpResponse<String> post(SSLContext context) {
    HttpClient client = HttpClient.newBuilder().sslContext(context).build();
    return new Poster(client, run.url()).post(events("a"));
  }

  @Test
  void aPluginWithItsCertificateAndKeyInOneFile() throws Exception {
    Path pem = file("falco.pem", server.keyPem() + server.certificatePem());
    listen(
        """
        plugins:
        - name: k8saudit
          library_path: libk8saudit.so
          init_config: {sslCertificate: %s}
          open_params: "https://127.0.0.1:0/k8s-audit"
        """
            .formatted(pem));
    HttpResponse<String> answer = post(server.client(null));
    assertThat(answer.statusCode()).isEqualTo(200);
    assertThat(answer.version()).isEqualTo(HttpClient.Version.HTTP_2);
    assertThat(run.url()).startsWith("https://");
  }

  @Test
  void aKeyStoreWithAPassword() throws Exception {
    Path password = file("password", TestKeys.PASSWORD + "\n");
    listen(
        "k8s_audit: {listen: '127.0.0.1:0', tls: {certificate: %s, password_file: %s}}"
            .formatted(other.pkcs12(), password));
    assertThat(post(other.client(null)).statusCode()).isEqualTo(200);
  }

  @Test
  void onlyClientsWithACertificateThatIsTrusted() throws Exception {
    Path certificate = file("c.pem", server.certificatePem());
    Path key = file("k.pem", server.keyPem());
    Path ca = file("ca.pem", other.certificatePem());
    listen(
        "k8s_audit: {listen: '127.0.0.1:0', tls: {certificate: %s, key: %s, client_ca: %s}}"
            .formatted(certificate, key, ca));
    assertThat(post(server.client(other)).statusCode()).isEqualTo(200);
    assertThatThrownBy(() -> post(server.client(null))).hasRootCauseInstanceOf(IOException.class);
    assertThatThrownBy(() -> post(server.client(server))).hasRootCauseInstanceOf(IOException.class);
    assertThat(run.out.text().lines()).hasSize(1);
  }

  @Test
  void otherClientsAreLetInWithoutARestart() throws Exception {
    Path certificate = file("c.pem", server.certificatePem());
    Path key = file("k.pem", server.keyPem());
    Path ca = file("ca.pem", server.certificatePem());
    listen(
        "k8s_audit: {listen: '127.0.0.1:0', tls: {certificate: %s, key: %s, client_ca: %s}}"
            .formatted(certificate, key, ca));
    assertThat(isLetIn(other)).isFalse();
    assertThat(isLetIn(server)).isTrue();
    Files.writeString(ca, other.certificatePem());
    await(() -> isLetIn(other));
    assertThat(isLetIn(server)).isFalse();
  }

  private boolean isLetIn(TestKeys client) throws Exception {
    try (SSLSocket socket =
        (SSLSocket)
            server.client(client).getSocketFactory().createSocket("127.0.0.1", run.port())) {
      socket.setSoTimeout(5_000);
      socket
          .getOutputStream()
          .write("GET /healthz HTTP/1.0\r\n\r\n".getBytes(StandardCharsets.US_ASCII));
      byte[] answer = socket.getInputStream().readNBytes(12);
      return new String(answer, StandardCharsets.US_ASCII).endsWith(" 200");
    } catch (IOException e) {
      return false;
    }
  }

  /** Files are looked at every second. */
  private static void await(Callable<Boolean> condition) throws Exception {
    long end = System.nanoTime() + TimeUnit.SECONDS.toNanos(60);
    while (!condition.call()) {
      assertThat(System.nanoTime()).as("the end of waiting").isLessThan(end);
      Thread.onSpinWait();
    }
  }

  @Test
  void anotherCertificateIsShownWithoutARestart() throws Exception {
    Path pem = file("c.pem", server.certificatePem() + server.keyPem());
    listen("k8s_audit: {listen: '127.0.0.1:0', tls: {certificate: %s}}".formatted(pem));
    assertThat(shown(server)).isEqualTo(server.certificate());
    Files.writeString(pem, "rubbish");
    run.err.await(text -> text.contains("the certificate stays as it was"));
    assertThat(shown(server)).isEqualTo(server.certificate());
    Path next = file("next.pem", other.certificatePem() + other.keyPem());
    Files.move(next, pem, java.nio.file.StandardCopyOption.REPLACE_EXISTING);
    await(() -> shown(other).equals(other.certificate()));
    assertThat(post(other.client(null)).statusCode()).isEqualTo(200);
  }

  /** The certificate that the server shows now; that of {@code trusted} or nothing else. */
  private X509Certificate shown(TestKeys trusted) throws GeneralSecurityException, IOException {
    try (SSLSocket socket =
        (SSLSocket) trusted.client(null).getSocketFactory().createSocket("127.0.0.1", run.port())) {
      socket.startHandshake();
      return (X509Certificate) socket.getSession().getPeerCertificates()[0];
    } catch (javax.net.ssl.SSLException e) {
      return server.certificate();
    }
  }

  @Test
  void plainHttpIsNotSpokenThere() throws Exception {
    Path pem = file("c.pem", server.certificatePem() + server.keyPem());
    listen("k8s_audit: {listen: '127.0.0.1:0', tls: {certificate: %s}}".formatted(pem));
    try (Socket socket = new Socket("127.0.0.1", run.port())) {
      socket.getOutputStream().write("GET /healthz HTTP/1.1\r\n\r\n".getBytes());
      byte[] answer = socket.getInputStream().readNBytes(5);
      assertThat(new String(answer, StandardCharsets.ISO_8859_1)).doesNotContain("HTTP");
    }
  }

  @Test
  void onlyClientsThatShowTheToken() throws Exception {
    Path token = file("token", "secret-1\n");
    listen("k8s_audit: {listen: '127.0.0.1:0', token_file: %s}".formatted(token));
    Poster poster = Poster.http1(run.url());
    byte[] body = events("a").getBytes(StandardCharsets.UTF_8);
    HttpResponse<String> none = poster.post(body);
    assertThat(none.statusCode()).isEqualTo(401);
    assertThat(none.headers().firstValue("WWW-Authenticate")).hasValue("Bearer");
    assertThat(poster.post(body, "Authorization", "Bearer secret").statusCode()).isEqualTo(401);
    assertThat(poster.post(body, "Authorization", "Basic secret-1").statusCode()).isEqualTo(401);
    assertThat(poster.post(body, "Authorization", "Bearer secret-1").statusCode()).isEqualTo(200);
    assertThat(poster.send(poster.request("/healthz").GET().build()).statusCode()).isEqualTo(200);
    Files.writeString(token, "secret-02\n");
    await(() -> poster.post(body, "Authorization", "Bearer secret-02").statusCode() == 200);
    assertThat(poster.post(body, "Authorization", "Bearer secret-1").statusCode()).isEqualTo(401);
    HttpResponse<String> get =
        poster.send(poster.request("/k8s-audit").PUT(BodyPublishers.noBody()).build());
    assertThat(get.statusCode()).isEqualTo(401);
  }

  @Test
  void saysWhatIsWrongWithCertificatesAndTokens() throws Exception {
    assertFails("tls: {certificate: " + dir + "/none.pem}", "none.pem: no such file");
    String empty = file("empty.pem", "").toString();
    assertFails("tls: {certificate: " + empty + "}", "is neither PEM nor PKCS#12");
    String noKey = file("nokey.pem", server.certificatePem()).toString();
    assertFails("tls: {certificate: " + noKey + "}", "there is no private key in it");
    String pair = file("pair.pem", server.certificatePem() + other.keyPem()).toString();
    assertFails("tls: {certificate: " + pair + "}", "is not that of the first certificate");
    assertFails("tls: {certificate: " + other.pkcs12() + "}", "that the password opens");
    assertFails("token_file: " + file("t", " \n"), "the token cannot be read");
  }

  private void assertFails(String key, String message) throws IOException {
    Path config = file("falco.yaml", "k8s_audit: {listen: '127.0.0.1:0', " + key + "}");
    CommandRun failed = CommandRun.falcoRun("-r", rules.toString(), "-c", config.toString());
    assertThat(failed.code()).isEqualTo(3);
    assertThat(failed.err()).contains("error: ", message).doesNotContain("\tat ");
  }
}
