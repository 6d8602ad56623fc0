package io.falcoj.agent.webhook;

import java.nio.ByteBuffer;
import java.util.concurrent.atomic.AtomicBoolean;
import org.eclipse.jetty.http.HttpHeader;
import org.eclipse.jetty.server.Request;
import org.eclipse.jetty.server.Response;
import org.eclipse.jetty.util.Callback;

/** One request and its one answer. */
final class Exchange {
  private static final String MARK = Exchange.class.getName();

  private final Request request;
  private final Response response;
  private final Callback callback;
  private final RequestCounters counters;
  private final AtomicBoolean decided = new AtomicBoolean();
  private volatile Runnable whenClosing = () -> {};

  Exchange(
      Request request,
      Response response,
      Callback callback,
      RequestCounters counters,
      InFlight inFlight) {
    this.request = request;
    this.response = response;
    this.callback = Callback.from(callback, () -> inFlight.remove(this));
    this.counters = counters;
    inFlight.add(this);
    request.setAttribute(MARK, this);
  }

  /** Whether there is an exchange for the request already. */
  static boolean isOf(Request request) {
    return request.getAttribute(MARK) != null;
  }

  Request request() {
    return request;
  }

  /** Who asks, for people. */
  String client() {
    return Request.getRemoteAddr(request) + ":" + Request.getRemotePort(request);
  }

  /** Sets what to do with a request that is still arriving when the server closes. */
  void whenClosing(Runnable action) {
    whenClosing = action;
  }

  void close() {
    whenClosing.run();
  }

  /** Answers, unless that was done. */
  void answer(Answer answer) {
    if (!decided.compareAndSet(false, true)) {
      return;
    }
    counters.answered(answer.status());
    response.setStatus(answer.status());
    answer.headers().forEach(response.getHeaders()::put);
    response.getHeaders().put(HttpHeader.CONTENT_TYPE, "application/json");
    response.write(true, ByteBuffer.wrap(answer.json()), callback);
  }

  /** The client is gone. */
  void breakOff(Throwable cause) {
    if (decided.compareAndSet(false, true)) {
      counters.brokenOff();
      callback.failed(cause);
    }
  }
}
