package io.falcoj.agent.webhook;

import io.falcoj.agent.config.AuditConfig;
import io.falcoj.agent.secrets.BearerToken;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import org.eclipse.jetty.http.HttpFields;
import org.eclipse.jetty.http.HttpHeader;
import org.eclipse.jetty.http.HttpMethod;
import org.jspecify.annotations.Nullable;

/** Takes posted audit events: decides what can be decided before a body is read. */
final class AuditEndpoint {
  private static final Set<String> JSON =
      Set.of(
          "application/json",
          "application/x-ndjson",
          "application/ndjson",
          "application/jsonl",
          "text/json");

  private final Inbox inbox;
  private final AuditConfig.Limits limits;
  private final @Nullable BearerToken token;

  AuditEndpoint(Inbox inbox, AuditConfig.Limits limits, @Nullable BearerToken token) {
    this.inbox = inbox;
    this.limits = limits;
    this.token = token;
  }

  void handle(Exchange exchange) {
    HttpFields headers = exchange.request().getHeaders();
    Answer refusal = refusal(exchange);
    if (refusal != null && headers.contains(HttpHeader.EXPECT)) {
      // The client waits to be told whether to send the body at all.
      exchange.answer(refusal);
      return;
    }
    boolean gzip = encoding(headers).equals("gzip");
    new BodyReader(exchange, inbox, limits, gzip).start(refusal);
  }

  static Answer closing() {
    return Answer.tryAgain(Answer.UNAVAILABLE, "the webhook is closing");
  }

  private @Nullable Answer refusal(Exchange exchange) {
    HttpFields headers = exchange.request().getHeaders();
    if (token != null && !token.admits(headers.get(HttpHeader.AUTHORIZATION))) {
      return Answer.refused(
          Answer.UNAUTHORIZED,
          "a bearer token is needed, and this is not it",
          Map.of("WWW-Authenticate", "Bearer"));
    }
    if (!HttpMethod.POST.is(exchange.request().getMethod())) {
      return Answer.refused(
          Answer.METHOD_NOT_ALLOWED, "audit events are posted", Map.of("Allow", "POST"));
    }
    String type = mediaType(headers);
    if (!JSON.contains(type)) {
      return Answer.refused(
          Answer.UNSUPPORTED_TYPE,
          type.isEmpty()
              ? "the Content-Type is missing; audit events are application/json"
              : "audit events are application/json, not " + type);
    }
    String encoding = encoding(headers);
    if (!encoding.equals("gzip") && !encoding.equals("identity")) {
      return Answer.refused(
          Answer.UNSUPPORTED_TYPE,
          "bodies may be compressed by gzip, not by " + encoding,
          Map.of("Accept-Encoding", "gzip"));
    }
    return capacity(exchange);
  }

  private @Nullable Answer capacity(Exchange exchange) {
    if (inbox.isClosed()) {
      return closing();
    }
    long length = exchange.request().getLength();
    if (length > limits.bodyBytes()) {
      return BodyReader.tooLarge(limits);
    }
    return inbox.hasRoomFor(Math.max(0, length)) ? null : BodyReader.full();
  }

  /** The type without parameters, in lower case; empty when there is none. */
  private static String mediaType(HttpFields headers) {
    String value = headers.get(HttpHeader.CONTENT_TYPE);
    return value == null ? "" : value.split(";", 2)[0].strip().toLowerCase(Locale.ROOT);
  }

  private static String encoding(HttpFields headers) {
    String value = headers.get(HttpHeader.CONTENT_ENCODING);
    String name = value == null ? "identity" : value.strip().toLowerCase(Locale.ROOT);
    return name.equals("x-gzip") ? "gzip" : name;
  }
}
