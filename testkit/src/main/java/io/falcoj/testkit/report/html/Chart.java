package io.falcoj.testkit.report.html;

import io.falcoj.testkit.report.view.Times;
import io.falcoj.testkit.run.CaseResult;
import io.falcoj.testkit.run.SeenAlert;
import io.falcoj.testkit.run.Timeline;
import java.util.Collections;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;

/** The events of a case over time, with its alerts marked. */
final class Chart {
  private static final int WIDTH = 720;
  private static final int HEIGHT = 56;
  private static final int ROOM = 10;

  /** Times of alerts that are told in words. */
  private static final int MOST_TOLD = 5;

  private Chart() {}

  static void write(Html html, String id, CaseResult result) {
    Timeline time = result.timeline();
    if (time.end() == time.begin()) {
      if (time.events() > 0) {
        html.element("p", told(result) + ".", "class", "none");
      }
      return;
    }
    html.open("figure", "class", "timeline");
    html.element("figcaption", "Events over time, alerts marked");
    html.open(
        "svg",
        "viewBox",
        "0 0 " + WIDTH + " " + HEIGHT,
        "preserveAspectRatio",
        "none",
        "role",
        "img",
        "aria-labelledby",
        id + "-time");
    html.element("title", told(result), "id", id + "-time");
    html.empty("path", "class", "events", "d", bars(time.counts()));
    for (int x : positions(result)) {
      html.empty("path", "class", "alert", "d", "M" + x + " 8V" + HEIGHT);
      html.empty("path", "class", "mark", "d", "M" + (x - 4) + " 0h8l-4 8z");
    }
    html.close();
    html.open("div", "class", "ends");
    html.element("span", Times.full(time.begin()).replace('T', ' '));
    html.element("span", "+" + Times.span(time.end() - time.begin()));
    html.close().close();
  }

  /** The same in words. */
  private static String told(CaseResult result) {
    Timeline time = result.timeline();
    StringBuilder text = new StringBuilder();
    text.append(time.events() == 1 ? "1 event" : time.events() + " events");
    if (time.end() > time.begin()) {
      text.append(" in ").append(Times.span(time.end() - time.begin()));
    }
    if (result.alerts().isEmpty()) {
      return text.append(", no alert").toString();
    }
    text.append(
        result.alerts().size() == 1 ? ", 1 alert:" : ", " + result.alerts().size() + " alerts:");
    result.alerts().stream()
        .limit(MOST_TOLD)
        .forEach(a -> text.append(' ').append(told(a, time)).append(','));
    text.setLength(text.length() - 1);
    return text.append(result.alerts().size() > MOST_TOLD ? " and more" : "").toString();
  }

  private static String told(SeenAlert alert, Timeline time) {
    return alert.rule() + " after " + Times.span(Math.max(0, alert.timestamp() - time.begin()));
  }

  private static String bars(List<Integer> counts) {
    int most = Math.max(1, Collections.max(counts));
    StringBuilder path = new StringBuilder();
    for (int i = 0; i < counts.size(); i++) {
      if (counts.get(i) > 0) {
        int x = i * WIDTH / counts.size();
        int width = Math.max(1, (i + 1) * WIDTH / counts.size() - x - 1);
        long height = Math.max(2, (long) counts.get(i) * (HEIGHT - ROOM) / most);
        path.append('M').append(x).append(' ').append(HEIGHT);
        path.append('v').append(-height).append('h').append(width);
        path.append('v').append(height).append('z');
      }
    }
    return path.toString();
  }

  /** Where alerts lie; those at one place are one mark. */
  private static Set<Integer> positions(CaseResult result) {
    Timeline time = result.timeline();
    double length = Math.max(1, time.end() - time.begin());
    Set<Integer> positions = new TreeSet<>();
    for (SeenAlert alert : result.alerts()) {
      double part = Math.min(1, Math.max(0, (alert.timestamp() - time.begin()) / length));
      positions.add((int) Math.round(5 + part * (WIDTH - 10)));
    }
    return positions;
  }
}
