package io.falcoj.agent.run;

import io.falcoj.agent.console.Console;
import io.falcoj.agent.containers.SocketCounters;
import io.falcoj.agent.sources.Containers;
import io.falcoj.agent.sources.LiveProbe;
import io.falcoj.agent.webhook.AuditWebhook;
import io.falcoj.agent.webhook.RequestCounters;
import io.falcoj.probe.capture.ProbeCounters;
import io.falcoj.probe.schema.EventClass;
import io.falcoj.runtime.engine.Engine;
import io.falcoj.runtime.engine.EngineCounters;
import io.falcoj.runtime.source.containers.LookupCounters;
import io.falcoj.runtime.state.limits.StateFigures;
import org.jspecify.annotations.Nullable;

/** Counters and matches at the end of a run. */
final class Summary {
  private Summary() {}

  static void print(
      Engine engine,
      RunSources sources,
      @Nullable Containers containers,
      Console console,
      boolean stats) {
    LiveProbe probe = sources.probe();
    engine.stats().summary().forEach(console::say);
    EngineCounters counters = engine.counters();
    if (counters.refused() > 0) {
      console.warn(counters.refused() + " events were refused and not judged");
    }
    if (counters.unwritten() > 0) {
      console.warn(counters.unwritten() + " alerts could not be written");
    }
    if (probe != null && probe.counters().dropped() > 0 && !stats) {
      console.warn(
          probe.counters().dropped() + " events were lost for want of room; --stats counts them");
    }
    StateFigures state = engine.state();
    if (state.leftOut() > 0 && !stats) {
      console.warn("the state had no room for some of what events told; --stats counts it");
    }
    if (stats) {
      console.say("events received: " + counters.events());
      console.say("events judged: " + counters.judged());
      console.say("events refused: " + counters.refused());
      console.say("audit events read again: " + counters.readAgain());
      print(state, console);
      sources.webhooks().forEach(webhook -> print(webhook, console));
      if (probe != null) {
        print(probe, console);
      }
      if (containers != null) {
        print(containers, console);
      }
    }
  }

  private static void print(LiveProbe probe, Console console) {
    ProbeCounters counters = probe.counters();
    console.say("events that the probe saw: " + counters.seen());
    console.say("   left out by its filter: " + counters.filtered());
    console.say("   sent: " + counters.sent());
    console.say("   sent with a text cut: " + counters.cut());
    console.say("   lost for want of room: " + counters.dropped());
    for (EventClass kind : EventClass.values()) {
      if (counters.dropped(kind) > 0) {
        console.say("      " + kind.title() + ": " + counters.dropped(kind));
      }
    }
    console.say("seconds with losses above the threshold: " + probe.secondsOfLoss());
    console.say("   acted upon: " + probe.actionsOnLoss());
  }

  private static void print(Containers containers, Console console) {
    LookupCounters lookups = containers.counters();
    console.say("questions about containers: " + lookups.requested());
    console.say("   answered: " + lookups.answered());
    console.say("   without an answer: " + lookups.failed());
    console.say("   answered too late: " + lookups.late());
    console.say("   not answered yet: " + lookups.waiting());
    console.say("   not put for want of room: " + lookups.dropped());
    for (SocketCounters socket : containers.sockets()) {
      console.say("questions at " + socket.socket() + ": " + socket.asked());
      console.say("   answered: " + socket.answered());
      console.say("   container not known: " + socket.unknown());
      console.say("   failed: " + socket.failed());
      console.say("   timed out: " + socket.timedOut());
      console.say("   not put since it had timed out: " + socket.spared());
    }
  }

  private static void print(AuditWebhook webhook, Console console) {
    RequestCounters requests = webhook.counters();
    console.say("requests at " + webhook.url());
    requests
        .byStatus()
        .forEach((status, count) -> console.say("   answered " + status + ": " + count));
    console.say("   broken off: " + requests.broken());
  }

  private static void print(StateFigures state, Console console) {
    console.say("threads known: " + state.threads());
    console.say("threads without room: " + state.threadsRefused());
    console.say("threads silent and gone: " + state.threadsPurged());
    console.say("processes forgotten: " + state.processesForgotten());
    console.say("descriptors known: " + state.fds());
    console.say("descriptors without room: " + state.fdsRefused());
    console.say("texts cut for want of room: " + state.textsCut());
    console.say("addresses of the machine without room: " + state.addressesRefused());
    console.say("users and groups known: " + state.users());
    console.say("users and groups without room: " + state.usersRefused());
    console.say("containers known: " + state.containers());
    console.say("containers without room: " + state.containersRefused());
    console.say("looks at containers not known: " + state.unknownContainers());
    console.say("container events not read: " + state.badContainerEvents());
    console.say("bytes of state, at most: " + state.bytes());
  }
}
