package io.falcoj.agent.webhook;

import org.eclipse.jetty.http.HttpStatus;
import org.eclipse.jetty.server.Request;
import org.eclipse.jetty.server.Response;
import org.eclipse.jetty.util.Callback;

/** Answers and counts what the server refuses by itself: bytes that make no request. */
final class ProtocolErrors implements Request.Handler {
  private final RequestCounters counters;
  private final InFlight inFlight;

  ProtocolErrors(RequestCounters counters, InFlight inFlight) {
    this.counters = counters;
    this.inFlight = inFlight;
  }

  @Override
  public boolean handle(Request request, Response response, Callback callback) {
    if (Exchange.isOf(request)) {
      // It was broken off, and counted then.
      callback.succeeded();
      return true;
    }
    int status = response.getStatus();
    String reason =
        status == HttpStatus.REQUEST_HEADER_FIELDS_TOO_LARGE_431
            ? "the headers of the request are too large"
            : "this is no request: " + HttpStatus.getMessage(status);
    new Exchange(request, response, callback, counters, inFlight)
        .answer(Answer.refused(status, reason));
    return true;
  }
}
