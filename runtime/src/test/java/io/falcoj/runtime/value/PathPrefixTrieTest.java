package io.falcoj.runtime.value;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class PathPrefixTrieTest {

  @ParameterizedTest
  @CsvSource({
    "/etc, /etc, true",
    "/etc, /etc/passwd, true",
    "/etc, /etcx, false",
    "/etc/, /etc, true",
    "etc, /etc/x, true",
    "/, /any/thing, true",
    "/, '', true",
    "/etc, '', false",
    "/usr/lib|/usr, /usr/bin, true",
    "/usr/*/lib, /usr/local/lib/x, true",
    "/usr/*/lib, /usr/lib, false",
    "/usr/b?n|/usr/s*, /usr/sbin/x, true",
    "/a/[bc]|/a/*d, /a/xd/e, true",
    "/var/run, //var///run//x, true",
    "/var/run, /var, false"
  })
  void matches(String paths, String path, boolean expected) {
    PathPrefixTrie trie =
        new PathPrefixTrie(Stream.of(paths.split("\\|")).map(ByteSlice::of).toList());
    assertThat(trie.matches(ByteSlice.of(path))).isEqualTo(expected);
  }
}
