package io.falcoj.agent.webhook;

import java.util.Map;
import java.util.Set;
import org.eclipse.jetty.http.HttpMethod;
import org.eclipse.jetty.server.Handler;
import org.eclipse.jetty.server.Request;
import org.eclipse.jetty.server.Response;
import org.eclipse.jetty.util.Callback;

/** Requests to what answers them. */
final class Router extends Handler.Abstract {
  private final Set<String> auditPaths;
  private final AuditEndpoint audit;
  private final Inbox inbox;
  private final Map<String, String> versions;
  private final RequestCounters counters;
  private final InFlight inFlight;
  private final FirstRequests firstRequests;

  /**
   * @param versions what {@code /versions} tells
   */
  Router(
      Set<String> auditPaths,
      AuditEndpoint audit,
      Inbox inbox,
      Map<String, String> versions,
      RequestCounters counters,
      InFlight inFlight,
      FirstRequests firstRequests) {
    this.auditPaths = auditPaths;
    this.audit = audit;
    this.inbox = inbox;
    this.versions = versions;
    this.counters = counters;
    this.inFlight = inFlight;
    this.firstRequests = firstRequests;
  }

  @Override
  public boolean handle(Request request, Response response, Callback callback) {
    firstRequests.heard(request);
    Exchange exchange = new Exchange(request, response, callback, counters, inFlight);
    String path = Request.getPathInContext(request);
    if (auditPaths.contains(path)) {
      audit.handle(exchange);
    } else if (path.equals("/healthz") || path.equals("/versions")) {
      exchange.answer(status(path, request.getMethod()));
    } else {
      String known = String.join(", ", auditPaths.stream().sorted().toList());
      exchange.answer(
          Answer.refused(Answer.NOT_FOUND, "nothing is here; audit events go to " + known));
    }
    return true;
  }

  private Answer status(String path, String method) {
    if (!HttpMethod.GET.is(method) && !HttpMethod.HEAD.is(method)) {
      return Answer.refused(
          Answer.METHOD_NOT_ALLOWED, path + " is asked by GET", Map.of("Allow", "GET, HEAD"));
    }
    if (path.equals("/versions")) {
      return Answer.of(Answer.OK, versions);
    }
    return inbox.isClosed()
        ? Answer.of(Answer.UNAVAILABLE, Map.of("status", "closing"))
        : Answer.of(Answer.OK, Map.of("status", "ok"));
  }
}
