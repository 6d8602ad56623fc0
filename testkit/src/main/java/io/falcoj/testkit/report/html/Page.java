package io.falcoj.testkit.report.html;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Base64;
import java.util.Map;
import java.util.Objects;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * The frame: style, script, and a policy by which the browser runs these two and nothing else, from
 * nowhere else.
 */
final class Page {
  private static final Pattern PART = Pattern.compile("@(\\w+)@");

  private Page() {}

  static String of(String title, String content) {
    String style = resource("report.css");
    String script = resource("report.js");
    String policy =
        "default-src 'none'; base-uri 'none'; form-action 'none'; img-src data:; style-src '%s'; script-src '%s'"
            .formatted(digest(style), digest(script));
    Map<String, String> parts =
        Map.of(
            "policy", policy,
            "title", new Html().text(title).toString(),
            "style", style,
            "script", script,
            "content", content);
    return PART.matcher(resource("report.html"))
        .replaceAll(
            part ->
                Matcher.quoteReplacement(
                    Objects.requireNonNull(parts.get(part.group(1)), "the frame's parts")));
  }

  private static String digest(String text) {
    try {
      byte[] digest =
          MessageDigest.getInstance("SHA-256").digest(text.getBytes(StandardCharsets.UTF_8));
      return "sha256-" + Base64.getEncoder().encodeToString(digest);
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("every Java platform has SHA-256", e);
    }
  }

  private static String resource(String name) {
    try (InputStream in =
        Objects.requireNonNull(Page.class.getResourceAsStream(name), "packed with this class")) {
      return new String(in.readAllBytes(), StandardCharsets.UTF_8);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
