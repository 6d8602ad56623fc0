package io.falcoj.testkit.report;

import io.falcoj.testkit.report.view.SafeText;
import java.io.StringWriter;
import javax.xml.stream.XMLOutputFactory;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamWriter;

/** Writes XML with an element on each line, of texts that can hold anything. */
final class XmlLines {
  private final StringWriter text = new StringWriter();
  private final XMLStreamWriter xml;
  private int depth;

  XmlLines() {
    try {
      xml = XMLOutputFactory.newInstance().createXMLStreamWriter(text);
      xml.writeStartDocument("UTF-8", "1.0");
    } catch (XMLStreamException e) {
      throw impossible(e);
    }
  }

  /** Begins an element that has elements in it; names of attributes and their values in turn. */
  XmlLines begin(String name, Object... attributes) {
    try {
      line();
      xml.writeStartElement(name);
      attributes(attributes);
      depth++;
    } catch (XMLStreamException e) {
      throw impossible(e);
    }
    return this;
  }

  /** An element that holds a text; none when the text is empty. */
  XmlLines element(String name, String content, Object... attributes) {
    try {
      line();
      if (content.isEmpty()) {
        xml.writeEmptyElement(name);
        attributes(attributes);
      } else {
        xml.writeStartElement(name);
        attributes(attributes);
        xml.writeCharacters(SafeText.of(content));
        xml.writeEndElement();
      }
    } catch (XMLStreamException e) {
      throw impossible(e);
    }
    return this;
  }

  XmlLines end() {
    try {
      depth--;
      line();
      xml.writeEndElement();
    } catch (XMLStreamException e) {
      throw impossible(e);
    }
    return this;
  }

  /** The whole document. */
  String document() {
    try {
      xml.writeEndDocument();
      xml.writeCharacters("\n");
      xml.close();
    } catch (XMLStreamException e) {
      throw impossible(e);
    }
    return text.toString();
  }

  private void attributes(Object... attributes) throws XMLStreamException {
    for (int i = 0; i < attributes.length; i += 2) {
      xml.writeAttribute(attributes[i].toString(), SafeText.of(attributes[i + 1].toString()));
    }
  }

  private void line() throws XMLStreamException {
    xml.writeCharacters("\n" + "  ".repeat(depth));
  }

  private static IllegalStateException impossible(XMLStreamException e) {
    return new IllegalStateException("safe texts in closed elements are XML", e);
  }
}
