package io.falcoj.agent.cli;

import io.falcoj.agent.console.Console;
import io.falcoj.agent.webhook.AuditWebhook;
import io.falcoj.agent.webhook.RequestCounters;
import io.falcoj.runtime.engine.Engine;
import io.falcoj.runtime.engine.EngineCounters;
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
    if (stats) {
      console.say("events received: " + counters.events());
      console.say("events judged: " + counters.judged());
      console.say("events refused: " + counters.refused());
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
}
