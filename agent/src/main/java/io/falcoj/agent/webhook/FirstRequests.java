package io.falcoj.agent.webhook;

import java.net.SocketAddress;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.TimeUnit;
import org.eclipse.jetty.io.EndPoint;
import org.eclipse.jetty.server.Request;

/**
 * Ends connections whose first request does not come in time. Where a byte arrives now and then a
 * connection is never idle, and nobody has asked for anything that a time could be given to.
 */
final class FirstRequests {
  private final Set<SocketAddress> heard = ConcurrentHashMap.newKeySet();
  private final RequestCounters counters;
  private final long limitMillis;

  FirstRequests(RequestCounters counters, int limitSeconds) {
    this.counters = counters;
    this.limitMillis = TimeUnit.SECONDS.toMillis(limitSeconds);
  }

  /** A request has come, headers and all. */
  void heard(Request request) {
    heard.add(request.getConnectionMetaData().getRemoteSocketAddress());
  }

  /** Looks through the connections that there are. */
  void sweep(Collection<EndPoint> connections) {
    List<SocketAddress> known = List.copyOf(heard);
    Set<SocketAddress> present = new HashSet<>();
    long now = System.currentTimeMillis();
    for (EndPoint connection : connections) {
      SocketAddress client = connection.getRemoteSocketAddress();
      present.add(client);
      if (!heard.contains(client) && now - connection.getCreatedTimeStamp() >= limitMillis) {
        counters.brokenOff();
        connection.close();
      }
    }
    known.stream().filter(client -> !present.contains(client)).forEach(heard::remove);
  }
}
