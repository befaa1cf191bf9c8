package io.policyc.compiler.falco.evaluate;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.List;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class PathPrefixesTest {
  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      useHeadersInDisplayName = true,
      textBlock =
          """
          paths            | path             | fits
          /etc             | /etc             | true
          /etc             | /etc/a/b         | true
          /etc             | /etcx            | false
          /etc/            | /etc             | true
          /                | anything         | true
          ''               | /etc             | true
          home             | /home/a          | true
          /etc/ssh         | /etc             | false
          /home/*/.ssh     | /home/a/.ssh/id  | true
          /home/*/.ssh     | /home/a/b/.ssh   | false
          /home/*/.ssh     | /home/.ssh       | false
          /usr/lib /usr    | /usr/bin         | true
          /a/* /*/b        | /x/b/c           | true
          /a/b /*/c        | /a/c             | true
          //etc//ssh       | /etc/ssh/x       | true
          /et[ac]          | /etc/x           | true
          """)
  void matchesByParts(String paths, String path, boolean fits) {
    assertEquals(fits, PathPrefixes.of(List.of(paths.split(" ", -1))).match(path));
  }
}
