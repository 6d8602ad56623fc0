package io.falcoj.compiler.format;

import io.falcoj.compiler.format.ConditionText.Brackets;
import io.falcoj.compiler.format.ConditionText.Group;
import io.falcoj.compiler.format.ConditionText.Item;
import io.falcoj.compiler.format.ConditionText.Items;
import io.falcoj.compiler.format.ConditionText.Operand;
import io.falcoj.compiler.format.ConditionText.Piece;
import io.falcoj.compiler.format.ConditionText.Word;
import io.falcoj.compiler.format.ConditionWords.Kind;
import io.falcoj.compiler.format.ConditionWords.Token;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Puts the words of a condition into groups. It need not be a whole condition: what is appended
 * begins with a connective.
 */
final class ConditionParser {
  private static final int MAX_DEPTH = 100;
  private static final Set<String> CONNECTIVES = Set.of("and", "or");
  private static final Set<String> BEFORE_GROUPS = Set.of("and", "or", "not");
  private static final Set<String> BEFORE_ITEMS =
      Set.of("in", "intersects", "pmatch", "oneof", "anyof", "allof");

  /** The brackets do not fit together. */
  private static final class Unbalanced extends Exception {
    private static final long serialVersionUID = 1L;

    Unbalanced() {
      super(null, null, false, false);
    }
  }

  private final List<Token> tokens;
  private int next;
  private int depth;

  private ConditionParser(List<Token> tokens) {
    this.tokens = tokens;
  }

  /** The groups of a condition; null for a text that is empty or cannot be broken into lines. */
  static @Nullable Group parse(String text) {
    List<Token> tokens = ConditionWords.of(text);
    if (tokens == null || tokens.size() == 1) {
      return null;
    }
    try {
      ConditionParser parser = new ConditionParser(tokens);
      Group group = parser.group();
      return parser.peek().kind() == Kind.END ? group : null;
    } catch (Unbalanced e) {
      return null;
    }
  }

  private Token peek() {
    return tokens.get(next);
  }

  private Group group() throws Unbalanced {
    List<Operand> operands = new ArrayList<>();
    List<Piece> pieces = new ArrayList<>();
    boolean lines = peek().broken();
    boolean broken = false;
    while (peek().kind() != Kind.CLOSE && peek().kind() != Kind.END) {
      Token token = tokens.get(next++);
      if (!pieces.isEmpty() && CONNECTIVES.contains(token.text())) {
        operands.add(new Operand(pieces));
        pieces = new ArrayList<>();
        lines |= token.broken() || peek().broken();
      }
      Piece piece = piece(token, pieces);
      pieces.add(piece);
      broken |= piece.broken();
    }
    operands.add(new Operand(pieces));
    lines |= peek().broken();
    return new Group(operands, broken || (lines && operands.size() > 1));
  }

  private Piece piece(Token token, List<Piece> before) throws Unbalanced {
    if (token.kind() == Kind.WORD) {
      return new Word(token.text(), token.spaced());
    }
    if (token.kind() != Kind.OPEN || ++depth > MAX_DEPTH) {
      throw new Unbalanced();
    }
    Piece last = before.isEmpty() ? null : before.get(before.size() - 1);
    String word = last instanceof Word w ? w.text() : "";
    Piece piece;
    if (last == null || BEFORE_GROUPS.contains(word)) {
      piece = new Brackets(group(), token.spaced());
      close();
    } else if (BEFORE_ITEMS.contains(word)) {
      piece = new Items(items(), token.spaced());
    } else {
      piece = new Word("(" + flat(items()) + ")", token.spaced());
    }
    depth--;
    return piece;
  }

  private void close() throws Unbalanced {
    if (tokens.get(next++).kind() != Kind.CLOSE) {
      throw new Unbalanced();
    }
  }

  private static String flat(List<Item> items) {
    return String.join(", ", items.stream().map(Item::text).toList());
  }

  /** What stands in brackets, commas between, and the closing bracket. */
  private List<Item> items() throws Unbalanced {
    List<Item> items = new ArrayList<>();
    if (peek().kind() == Kind.CLOSE) {
      next++;
      return items;
    }
    while (true) {
      items.add(item());
      Kind behind = tokens.get(next++).kind();
      if (behind == Kind.CLOSE) {
        return items;
      }
      if (behind != Kind.COMMA) {
        throw new Unbalanced();
      }
    }
  }

  private Item item() throws Unbalanced {
    StringBuilder text = new StringBuilder();
    boolean broken = peek().broken();
    while (peek().kind() == Kind.WORD || peek().kind() == Kind.OPEN) {
      Token token = tokens.get(next++);
      text.append(token.spaced() && text.length() > 0 ? " " : "");
      if (token.kind() == Kind.WORD) {
        text.append(token.text());
      } else if (++depth > MAX_DEPTH) {
        throw new Unbalanced();
      } else {
        text.append('(').append(flat(items())).append(')');
        depth--;
      }
    }
    if (text.length() == 0) {
      throw new Unbalanced();
    }
    return new Item(text.toString(), broken);
  }
}
