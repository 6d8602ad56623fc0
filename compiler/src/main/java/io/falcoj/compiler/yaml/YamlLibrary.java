package io.falcoj.compiler.yaml;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.yaml.snakeyaml.LoaderOptions;
import org.yaml.snakeyaml.composer.Composer;
import org.yaml.snakeyaml.events.Event;
import org.yaml.snakeyaml.events.SequenceStartEvent;
import org.yaml.snakeyaml.nodes.Node;
import org.yaml.snakeyaml.nodes.SequenceNode;
import org.yaml.snakeyaml.nodes.Tag;
import org.yaml.snakeyaml.parser.ParserImpl;
import org.yaml.snakeyaml.resolver.Resolver;

/**
 * What our YAML library makes of a text: events, or nodes; of all implicit types only null is
 * known.
 */
interface YamlLibrary<T> {
  /** The first node of a document. */
  record Root(int column, boolean isSequence) {}

  /** Every step through the text. */
  YamlLibrary<Event> EVENTS =
      new YamlLibrary<>() {
        @Override
        public List<Event> read(String text) {
          ParserImpl parser = StandIns.parser(text, limits());
          List<Event> events = new ArrayList<>();
          while (parser.peekEvent() != null) {
            events.add(parser.getEvent());
          }
          return events;
        }

        @Override
        public @Nullable Root lastRoot(List<Event> events) {
          int at = events.size() - 1;
          while (at >= 0 && !events.get(at).is(Event.ID.DocumentStart)) {
            at--;
          }
          if (at < 0) {
            return null;
          }
          Event root = events.get(at + 1);
          return new Root(root.getStartMark().getColumn(), root instanceof SequenceStartEvent);
        }
      };

  /** The root of every document. */
  YamlLibrary<Node> NODES =
      new YamlLibrary<>() {
        @Override
        public List<Node> read(String text) {
          LoaderOptions limits = limits();
          Composer composer =
              new Composer(StandIns.parser(text, limits), new NullResolver(), limits);
          List<Node> documents = new ArrayList<>();
          while (composer.checkNode()) {
            documents.add(composer.getNode());
          }
          return documents;
        }

        @Override
        public @Nullable Root lastRoot(List<Node> documents) {
          if (documents.isEmpty()) {
            return null;
          }
          Node root = documents.get(documents.size() - 1);
          return new Root(root.getStartMark().getColumn(), root instanceof SequenceNode);
        }
      };

  /** The parts of the text. */
  List<T> read(String text);

  /** The root of the last document, or null when there is none. */
  @Nullable Root lastRoot(List<T> parts);

  /** Rule files are some hundred kilobytes and flat; more than this is a mistake. */
  private static LoaderOptions limits() {
    LoaderOptions options = new LoaderOptions();
    options.setCodePointLimit(64 << 20);
    options.setNestingDepthLimit(400);
    options.setMaxAliasesForCollections(10_000);
    return options;
  }

  /** Leaves every scalar a text but those that upstream's YAML library reads as null. */
  final class NullResolver extends Resolver {
    @Override
    protected void addImplicitResolvers() {
      addImplicitResolver(Tag.NULL, Pattern.compile("^(?:~|null|Null|NULL)$"), "~nN");
      addImplicitResolver(Tag.NULL, Pattern.compile("^$"), null);
    }
  }
}
