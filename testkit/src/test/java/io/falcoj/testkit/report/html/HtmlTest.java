package io.falcoj.testkit.report.html;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;

class HtmlTest {
  @Test
  void textsAndAttributesAreEscaped() {
    assertThat(new Html().element("p", "<a href='\"'>&", "title", "\"'<>&").toString())
        .isEqualTo(
            "<p title=\"&quot;&#39;&lt;&gt;&amp;\">&lt;a href=&#39;&quot;&#39;&gt;&amp;</p>");
  }

  @Test
  void whatTurnsTheDirectionOfWritingIsShown() {
    assertThat(new Html().foreign("a\u202Eb\u2066c").toString())
        .isEqualTo("<bdi>a[U+202E]b[U+2066]c</bdi>");
  }

  @Test
  void codeStandsBetweenBackticks() {
    assertThat(new Html().prose("no `<b>` here").toString())
        .isEqualTo("<bdi>no <code>&lt;b&gt;</code> here</bdi>");
    assertThat(new Html().prose("one ` alone").toString()).isEqualTo("<bdi>one ` alone</bdi>");
  }

  @Test
  void everyElementIsClosed() {
    assertThatThrownBy(() -> new Html().open("p").toString())
        .isInstanceOf(IllegalStateException.class);
  }
}
