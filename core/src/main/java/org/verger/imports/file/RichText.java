package org.verger.imports.file;

/** Text that may consist of runs in several fonts; how it is pronounced is left out. */
final class RichText {

  private RichText() {}

  /** Adds the text up to the end of an element. */
  static void read(XmlEvents xml, String element, StringBuilder text, int most) {
    boolean phonetic = false;
    while (xml.next() && !xml.ends(element)) {
      if (xml.starts("rPh")) {
        phonetic = true;
      } else if (xml.ends("rPh")) {
        phonetic = false;
      } else if (xml.starts("t") && !phonetic) {
        xml.text("t", text, most);
      }
    }
  }
}
