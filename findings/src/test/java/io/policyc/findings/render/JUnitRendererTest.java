package io.policyc.findings.render;

import static org.junit.jupiter.api.Assertions.assertEquals;

import io.policyc.findings.Finding;
import io.policyc.findings.Level;
import io.policyc.findings.Source;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class JUnitRendererTest {
  @Test
  void writesEveryPart() {
    Finding note =
        Finding.at("PC0101", Level.NOTE, Samples.span(Samples.WEB, "web"), "fewer & fewer");
    assertEquals(
        """
        <?xml version="1.0" encoding="UTF-8"?>
        <testsuites name="policyc" tests="4" failures="2" errors="0" skipped="0">
          <testsuite name="a.policy" tests="1" failures="0" errors="0" skipped="0">
            <testcase name="nothing found" classname="a.policy" file="a.policy"/>
          </testsuite>
          <testsuite name="policyc" tests="1" failures="1" errors="0" skipped="0">
            <testcase name="PC0051: no input" classname="policyc" file="policyc">
              <failure message="no input" type="PC0051">error[PC0051]: no input
        </failure>
            </testcase>
          </testsuite>
          <testsuite name="shop/web.policy" tests="2" failures="1" errors="0" skipped="0">
            <testcase name="PC0101: fewer &amp; fewer" classname="shop/web.policy" file="shop/web.policy" line="4">
              <system-out>note[PC0101]: fewer &amp; fewer
          --&gt; shop/web.policy:4:1
           4 | web may GET /api/v1/items on bakcend
             | ^^^
        </system-out>
            </testcase>
            <testcase name="PC0203: `bakcend` is not declared" classname="shop/web.policy" file="shop/web.policy" line="4">
              <failure message="`bakcend` is not declared" type="PC0203">error[PC0203]: `bakcend` is not declared
          --&gt; shop/web.policy:4:30
           4 | web may GET /api/v1/items on bakcend
             |                              ^^^^^^^ not found in namespace `shop`
           help: did you mean `backend`? (declared at shop/services.policy:2)
        </failure>
            </testcase>
          </testsuite>
        </testsuites>
        """,
        new JUnitRenderer(List.of("shop/web.policy", "a.policy"))
            .render(
                List.of(Samples.misspelt(), note, Finding.of("PC0051", Level.ERROR, "no input"))));
  }

  @Test
  void passesOneTestWhereNothingIsFound() {
    assertEquals(
        """
        <?xml version="1.0" encoding="UTF-8"?>
        <testsuites name="policyc" tests="1" failures="0" errors="0" skipped="0">
          <testsuite name="policyc" tests="1" failures="0" errors="0" skipped="0">
            <testcase name="nothing found" classname="policyc" file="policyc"/>
          </testsuite>
        </testsuites>
        """,
        new JUnitRenderer(List.of()).render(List.of()));
  }

  @Test
  void givesNoTwoTestsOneName() {
    Source source = new Source("a.policy", "xxxx");
    List<Finding> findings =
        List.of(
            Finding.at("PC0101", Level.ERROR, Samples.span(source, 0), "odd [2]"),
            Finding.at("PC0101", Level.ERROR, Samples.span(source, 1), "odd"),
            Finding.at("PC0101", Level.ERROR, Samples.span(source, 2), "odd"),
            Finding.at("PC0101", Level.ERROR, Samples.span(source, 3), "odd"));
    assertEquals(
        List.of("PC0101: odd [2]", "PC0101: odd", "PC0101: odd [3]", "PC0101: odd [4]"),
        Xml.attributes(new JUnitRenderer(List.of()).render(findings), "testcase", "name"));
  }

  @Test
  void namesTheObject() {
    assertEquals(
        List.of(
            "PC0203: `bakcend` is not declared (CiliumNetworkPolicy/web in shop,"
                + " spec.ingress[0])"),
        Xml.attributes(
            new JUnitRenderer(List.of()).render(List.of(Samples.full())), "testcase", "name"));
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      useHeadersInDisplayName = true,
      quoteCharacter = '~',
      textBlock =
          """
          text                | attribute                      | content
          ~a]]>b~             | ~a]]&gt;b~                     | ~a]]&gt;b~
          ~<x a='b">&~      | ~&lt;x a='b&quot;&gt;&amp;~    | ~&lt;x a='b&quot;&gt;&amp;~
          ~\\n\\t\\r~         | ~&#10;&#9;&#13;~               | ~\\n\\t&#13;~
          ~<0><8><b><1b>~     | ~\\\\u{0}\\\\u{8}\\\\u{b}\\\\u{1b}~ | ~\\\\u{0}\\\\u{8}\\\\u{b}\\\\u{1b}~
          ~<7f><85><9b>~      | ~\\\\u{7f}\\\\u{85}\\\\u{9b}~  | ~\\\\u{7f}\\\\u{85}\\\\u{9b}~
          ~<d800>x<dc00>~     | ~\\\\u{d800}x\\\\u{dc00}~      | ~\\\\u{d800}x\\\\u{dc00}~
          ~<fffe><ffff>~      | ~\\\\u{fffe}\\\\u{ffff}~       | ~\\\\u{fffe}\\\\u{ffff}~
          ~<1fffe>~           | ~\\\\u{1fffe}~                 | ~\\\\u{1fffe}~
          ~<1f600>é~          | ~😀é~                          | ~😀é~
          """)
  void writesWhatXmlCanHold(String text, String attribute, String content) {
    String java = Samples.characters(text.translateEscapes());
    String xml = new XmlWriter().element("e").attribute("a", java).end(java).toString();
    assertEquals(
        "<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n<e a=\""
            + attribute.translateEscapes()
            + "\">"
            + content.translateEscapes()
            + "</e>\n",
        xml);
    Xml.parse(xml);
  }
}
