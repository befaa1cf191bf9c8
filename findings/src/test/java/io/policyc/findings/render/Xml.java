package io.policyc.findings.render;

import java.io.ByteArrayInputStream;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.stream.IntStream;
import javax.xml.parsers.DocumentBuilder;
import javax.xml.parsers.DocumentBuilderFactory;
import org.w3c.dom.Document;
import org.w3c.dom.Element;
import org.w3c.dom.NodeList;

/// Reads XML with the JDK's parser, as a CI server would.
final class Xml {
  private Xml() {}

  /// The document.
  ///
  /// @throws AssertionError when it is not well-formed
  static Document parse(String xml) {
    try {
      DocumentBuilder builder = DocumentBuilderFactory.newInstance().newDocumentBuilder();
      builder.setErrorHandler(null);
      return builder.parse(new ByteArrayInputStream(xml.getBytes(StandardCharsets.UTF_8)));
    } catch (Exception e) {
      throw new AssertionError(e.getMessage() + " in:\n" + xml, e);
    }
  }

  /// The elements of a name.
  static List<Element> elements(String xml, String name) {
    NodeList nodes = parse(xml).getElementsByTagName(name);
    return IntStream.range(0, nodes.getLength()).mapToObj(i -> (Element) nodes.item(i)).toList();
  }

  /// An attribute of every element of a name.
  static List<String> attributes(String xml, String element, String attribute) {
    return elements(xml, element).stream().map(e -> e.getAttribute(attribute)).toList();
  }
}
