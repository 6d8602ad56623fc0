package io.falcoj.agent.run;

import io.falcoj.agent.console.Console;
import io.falcoj.agent.webhook.AuditWebhook;
import io.falcoj.agent.webhook.RequestCounters;
import io.falcoj.runtime.engine.Engine;
import io.falcoj.runtime.engine.EngineCounters;
import io.falcoj.runtime.state.limits.StateFigures;
import java.util.List;

/** Counters and matches at the end of a run. */
final class Summary {
  private Summary() {}

  static void print(Engine engine, List<AuditWebhook> webhooks, Console console, boolean stats) {
    engine.stats().summary().forEach(console::say);
    EngineCounters counters = engine.counters();
    if (counters.refused() > 0) {
      console.warn(counters.refused() + " events were refused and not judged");
    }
    if (counters.unwritten() > 0) {
      console.warn(counters.unwritten() + " alerts could not be written");
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
      webhooks.forEach(webhook -> print(webhook, console));
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
