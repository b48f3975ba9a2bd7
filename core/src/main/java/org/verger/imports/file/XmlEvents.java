package org.verger.imports.file;

import com.fasterxml.aalto.stax.InputFactoryImpl;
import java.io.Closeable;
import java.io.IOException;
import java.util.HashSet;
import java.util.Set;
import javax.xml.stream.XMLInputFactory;
import javax.xml.stream.XMLStreamConstants;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamReader;
import org.jspecify.annotations.Nullable;

/**
 * The elements and texts of one part of a spreadsheet. Prefixes do not matter. Nothing that a
 * document can declare is followed, and nothing is kept of what was read.
 */
final class XmlEvents implements Closeable {

  // The parser remembers each name that it met; a spreadsheet has some hundred.
  private static final int NAMES = 10_000;

  private final GuardedStream in;
  private final XMLStreamReader xml;
  private final Set<String> names = new HashSet<>();
  private int event;

  XmlEvents(GuardedStream in) {
    this.in = in;
    try {
      // A factory for each part, because a factory keeps the names of all that it ever read.
      XMLInputFactory factory = new InputFactoryImpl();
      factory.setProperty(XMLInputFactory.SUPPORT_DTD, false);
      factory.setProperty(XMLInputFactory.IS_SUPPORTING_EXTERNAL_ENTITIES, false);
      this.xml = factory.createXMLStreamReader(in);
    } catch (XMLStreamException broken) {
      throw Refusals.damaged(broken);
    }
  }

  /** Goes to the next event, or says that there is none. */
  boolean next() {
    try {
      in.piece();
      if (!xml.hasNext()) {
        return false;
      }
      event = xml.next();
      check();
      return true;
    } catch (UnreadableFileException refused) {
      throw refused;
    } catch (XMLStreamException | RuntimeException broken) {
      throw Refusals.damaged(broken);
    }
  }

  private void check() {
    if (event == XMLStreamConstants.DTD || event == XMLStreamConstants.ENTITY_REFERENCE) {
      throw Refusals.damaged(null);
    }
    if (event == XMLStreamConstants.START_ELEMENT) {
      seen(xml.getLocalName(), xml.getPrefix());
      for (int at = 0; at < xml.getAttributeCount(); at++) {
        seen(xml.getAttributeLocalName(at), xml.getAttributePrefix(at));
      }
      for (int at = 0; at < xml.getNamespaceCount(); at++) {
        seen(String.valueOf(xml.getNamespaceURI(at)), xml.getNamespacePrefix(at));
      }
    }
  }

  private void seen(String name, @Nullable String prefix) {
    names.add(prefix == null || prefix.isEmpty() ? name : prefix + ':' + name);
    if (names.size() > NAMES) {
      throw Refusals.inflates();
    }
  }

  boolean starts(String element) {
    return event == XMLStreamConstants.START_ELEMENT && xml.getLocalName().equals(element);
  }

  boolean ends(String element) {
    return event == XMLStreamConstants.END_ELEMENT && xml.getLocalName().equals(element);
  }

  @Nullable String attribute(String name) {
    for (int at = 0; at < xml.getAttributeCount(); at++) {
      if (xml.getAttributeLocalName(at).equals(name)) {
        return xml.getAttributeValue(at);
      }
    }
    return null;
  }

  /** Adds the text of this element to what is there, as much as there is room for and one more. */
  void text(String element, StringBuilder text, int most) {
    while (next() && !ends(element)) {
      if (text.length() <= most
          && (event == XMLStreamConstants.CHARACTERS
              || event == XMLStreamConstants.CDATA
              || event == XMLStreamConstants.SPACE)) {
        text.append(characters());
      }
    }
  }

  private String characters() {
    try {
      return xml.getText();
    } catch (UnreadableFileException refused) {
      throw refused;
    } catch (RuntimeException broken) {
      throw Refusals.damaged(broken);
    }
  }

  @Override
  public void close() {
    try {
      in.close();
    } catch (IOException nothingToSave) {
      // It was only read.
    }
  }
}
