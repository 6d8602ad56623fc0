package io.falcoj.testkit.scenario.scap;

import static org.assertj.core.api.Assertions.assertThat;

import io.falcoj.runtime.decode.SyscallDecoder;
import io.falcoj.runtime.event.Event;
import io.falcoj.runtime.event.RawEvent;
import io.falcoj.runtime.schema.EventTable;
import io.falcoj.runtime.schema.EventType;
import io.falcoj.testkit.scenario.Scenario;
import io.falcoj.testkit.scenario.ScenarioBuilder;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;

/** A step can be any event of the table, told by nothing but its name. */
class EveryEventTest {
  @TestFactory
  Stream<DynamicTest> everyNameGivesAWholeEvent() {
    return EventTable.standard().all().stream()
        .filter(type -> !type.has(EventType.Flag.UNUSED) && !type.has(EventType.Flag.OLD_VERSION))
        .map(EventType::name)
        .distinct()
        .map(name -> DynamicTest.dynamicTest(name, () -> assertWhole(name)));
  }

  private static void assertWhole(String name) {
    ScenarioBuilder scenario = Scenario.on("m");
    scenario.process(200, "/bin/bash").event(name);
    SyscallDecoder decoder = new SyscallDecoder();
    Event event = new Event();
    ScenarioWriter.deliver(scenario.build(), (RawEvent raw) -> decoder.decode(raw, event, 1));
    assertThat(event.type().name()).isEqualTo(name);
    assertThat(event.paramCount()).isEqualTo(event.type().params().size());
    assertThat(event.tid()).isEqualTo(200);
  }
}
