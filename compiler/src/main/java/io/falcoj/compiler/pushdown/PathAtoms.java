package io.falcoj.compiler.pushdown;

import io.falcoj.compiler.ir.Test;
import io.falcoj.compiler.ir.Test.Part;
import io.falcoj.runtime.pushdown.Filter;
import io.falcoj.runtime.pushdown.Source;
import io.falcoj.runtime.pushdown.Test.EndsWithAny;
import io.falcoj.runtime.pushdown.Test.InTexts;
import io.falcoj.runtime.pushdown.Test.StartsWithAny;
import io.falcoj.runtime.value.ByteSlice;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;

/**
 * Tests of a path as questions that its begin answers. A question is answered for paths from the
 * root only, so what could hold of another text is not asked.
 */
final class PathAtoms {
  /** Sets of one test; with more the path is not asked for. */
  private static final int MOST_SETS = 8;

  private static final ByteSlice NO_PLAIN_PATH = ByteSlice.of("//");
  private static final String GLOB_SIGNS = "*?[\\{";

  private final Source source;

  PathAtoms(Source source) {
    this.source = source;
  }

  /** What a path must satisfy so that it can pass. */
  Formula ofPath(Test test) {
    if (isOfNoPlainPath(test)) {
      return notPlain();
    }
    if (test instanceof Test.Equal equal) {
      return whole(List.of(equal.value()));
    }
    if (test instanceof Test.TextIn in) {
      return whole(in.values());
    }
    if (test instanceof Test.BelowPath below) {
      return below(below.paths());
    }
    if (test instanceof Test.Search search && search.part() == Part.STARTSWITH) {
      return begin(search.value());
    }
    if (test instanceof Test.Search search && search.part() == Part.ENDSWITH) {
      return end(search.value());
    }
    if (test instanceof Test.Glob glob && !glob.ignoreCase()) {
      return begin(literal(glob.pattern())).and(end(literalEnd(glob.pattern())));
    }
    if (test instanceof Test.Passes passes && passes.count() != Test.Passes.Count.ALL) {
      return Formula.any(passes.tests().stream().map(this::ofPath).toList());
    }
    return Formula.TRUE;
  }

  /** What a path must satisfy so that the name behind its last slash can pass. */
  Formula ofFilename(Test test) {
    if (test instanceof Test.Equal equal) {
      return filenames(List.of(equal.value()));
    }
    if (test instanceof Test.TextIn in) {
      return filenames(in.values());
    }
    return test instanceof Test.Search search && search.part() == Part.ENDSWITH
        ? ofPath(test)
        : Formula.TRUE;
  }

  private Formula filenames(List<ByteSlice> names) {
    List<Formula> ends = new ArrayList<>();
    for (ByteSlice name : names) {
      boolean plain = !name.isEmpty() && name.indexOf((byte) '/', 0) < 0;
      ends.add(plain ? ends(ByteSlice.of("/" + name)) : Formula.TRUE);
    }
    return united(ends);
  }

  /** What a path must satisfy so that the directory that it is, or is in, can pass. */
  Formula ofDirectory(Test test) {
    if (test instanceof Test.Equal equal) {
      return below(List.of(equal.value()));
    }
    return test instanceof Test.TextIn in ? below(in.values()) : ofPath(test);
  }

  /** Holds when the path is not known; no path that is known is two slashes. */
  private Formula notPlain() {
    return Formula.atom(source, new InTexts(List.of(NO_PLAIN_PATH)));
  }

  /** Whether only paths that are not plain have what is looked for. */
  private static boolean isOfNoPlainPath(Test test) {
    if (test instanceof Test.Search search) {
      return isInNoPlainPath(search.value().toString());
    }
    if (!(test instanceof Test.Glob glob)) {
      return false;
    }
    String pattern = glob.pattern().toString();
    boolean simple = pattern.chars().noneMatch(c -> c == '[' || c == '\\' || c == '{');
    return simple && Arrays.stream(pattern.split("[*?]")).anyMatch(PathAtoms::isInNoPlainPath);
  }

  private static boolean isInNoPlainPath(String part) {
    return part.contains("//") || part.contains("/.") || part.contains("..");
  }

  private Formula whole(List<ByteSlice> values) {
    List<ByteSlice> texts = new ArrayList<>();
    List<ByteSlice> begins = new ArrayList<>();
    for (ByteSlice value : values) {
      if (value.isEmpty()) {
        return Formula.TRUE;
      }
      (value.length() > Filter.MAX_TEXT ? begins : texts).add(value);
    }
    return sets(texts, begins);
  }

  private Formula begin(ByteSlice value) {
    boolean any = value.isEmpty() || (value.length() == 1 && value.at(0) == '/');
    return any ? Formula.TRUE : sets(List.of(), List.of(value));
  }

  private Formula end(ByteSlice value) {
    return value.isEmpty() ? Formula.TRUE : ends(value);
  }

  /** Of a text that is too long its own end. */
  private Formula ends(ByteSlice value) {
    if (isInNoPlainPath(value.toString())) {
      return notPlain();
    }
    int cut = Math.max(0, value.length() - Filter.MAX_TEXT);
    ByteSlice text = ByteSlice.of(value.array(), value.offset() + cut, value.length() - cut);
    return Formula.atom(source, new EndsWithAny(List.of(text)));
  }

  /** Questions after the end of a path as one or few. */
  private Formula united(List<Formula> ends) {
    Set<ByteSlice> texts = new LinkedHashSet<>();
    Set<Formula> others = new LinkedHashSet<>();
    for (Formula end : ends) {
      if (end instanceof Formula.Atom atom && atom.test() instanceof EndsWithAny any) {
        texts.addAll(any.values());
      } else {
        others.add(end);
      }
    }
    List<ByteSlice> all = List.copyOf(texts);
    for (int i = 0; i < all.size(); i += Filter.MAX_SET) {
      others.add(Formula.atom(source, new EndsWithAny(all.subList(i, end(i, all)))));
    }
    return others.size() > MOST_SETS ? Formula.TRUE : Formula.any(List.copyOf(others));
  }

  private Formula below(List<ByteSlice> paths) {
    List<ByteSlice> texts = new ArrayList<>();
    List<ByteSlice> begins = new ArrayList<>();
    for (ByteSlice path : paths) {
      ByteSlice literal = literal(path);
      int end = literal.length();
      while (end > 0 && literal.at(end - 1) == '/') {
        end--;
      }
      if (end == 0) {
        return Formula.TRUE;
      }
      ByteSlice plain = ByteSlice.of(literal.array(), literal.offset(), end);
      if (literal.length() < path.length() || end > Filter.MAX_TEXT - 1) {
        begins.add(plain);
      } else {
        texts.add(plain);
        begins.add(ByteSlice.of(plain + "/"));
      }
    }
    return sets(texts, begins);
  }

  private static ByteSlice literal(ByteSlice pattern) {
    int end = 0;
    while (end < pattern.length() && GLOB_SIGNS.indexOf(pattern.at(end)) < 0) {
      end++;
    }
    return ByteSlice.of(pattern.array(), pattern.offset(), end);
  }

  private static ByteSlice literalEnd(ByteSlice pattern) {
    int begin = pattern.length();
    while (begin > 0 && "*?]}".indexOf(pattern.at(begin - 1)) < 0) {
      begin--;
    }
    ByteSlice end =
        ByteSlice.of(pattern.array(), pattern.offset() + begin, pattern.length() - begin);
    return end.toString().indexOf('\\') >= 0 ? ByteSlice.EMPTY : end;
  }

  private Formula sets(List<ByteSlice> texts, List<ByteSlice> begins) {
    int each = Filter.MAX_SET;
    List<Formula> sets = new ArrayList<>();
    for (int i = 0; i < texts.size(); i += each) {
      sets.add(Formula.atom(source, new InTexts(texts.subList(i, end(i, texts)))));
    }
    List<ByteSlice> cut =
        begins.stream()
            .map(b -> ByteSlice.of(b.array(), b.offset(), Math.min(b.length(), Filter.MAX_TEXT)))
            .distinct()
            .toList();
    for (int i = 0; i < cut.size(); i += each) {
      sets.add(Formula.atom(source, new StartsWithAny(cut.subList(i, end(i, cut)))));
    }
    return sets.size() > MOST_SETS ? Formula.TRUE : Formula.any(sets);
  }

  private static int end(int from, List<ByteSlice> values) {
    return Math.min(from + Filter.MAX_SET, values.size());
  }
}
