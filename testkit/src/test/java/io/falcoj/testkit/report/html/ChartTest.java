package io.falcoj.testkit.report.html;

import static org.assertj.core.api.Assertions.assertThat;

import io.falcoj.testkit.report.Results;
import io.falcoj.testkit.run.CaseResult;
import io.falcoj.testkit.run.SeenAlert;
import io.falcoj.testkit.run.Timeline;
import java.util.List;
import java.util.stream.LongStream;
import org.junit.jupiter.api.Test;

class ChartTest {
  private static final long BEGIN = 1_700_000_000_000_000_000L;

  private static String chart(Timeline timeline, long... alertsAfter) {
    CaseResult result = Results.passed("a");
    List<SeenAlert> alerts =
        LongStream.of(alertsAfter)
            .mapToObj(after -> new SeenAlert("R & D", "Notice", 3, BEGIN + after, "m"))
            .toList();
    CaseResult timed =
        new CaseResult(
            result.suite(), result.test(), result.outcome(), List.of(), alerts, timeline, 0);
    Html html = new Html();
    Chart.write(html, "case-1", timed);
    return html.toString();
  }

  @Test
  void nothingIsDrawnOfNoEvents() {
    assertThat(chart(Timeline.EMPTY)).isEmpty();
  }

  @Test
  void aBarStandsForThePartOfTheEventsInItsTime() {
    String chart = chart(new Timeline(BEGIN, BEGIN + 4_000_000_000L, 3, List.of(2, 0, 1, 0)));
    assertThat(chart)
        .contains("<title id=\"case-1-time\">3 events in 4 s, no alert</title>")
        .contains("d=\"M0 56v-46h179v46zM360 56v-23h179v23z\"")
        .contains("2023-11-14 22:13:20.000000000Z", "+4 s");
  }

  @Test
  void alertsAreMarkedWhereTheyLieAndToldInWords() {
    String chart =
        chart(
            new Timeline(BEGIN, BEGIN + 2_000_000_000L, 9, List.of(9)),
            1_000_000_000L,
            1_000_001_000L);
    assertThat(chart)
        .contains("9 events in 2 s, 2 alerts: R &amp; D after 1 s, R &amp; D after 1 s</title>")
        .containsOnlyOnce("class=\"alert\"")
        .contains("M360 8V56");
  }

  @Test
  void oneEventIsOneMoment() {
    assertThat(chart(new Timeline(BEGIN, BEGIN, 1, List.of(1)), 0))
        .isEqualTo("<p class=\"none\">1 event, 1 alert: R &amp; D after 0 ns.</p>");
  }
}
