package io.policyc.signatures.oci;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/// A list that goes on never looks like one that ends.
class LinksTest {
  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '^',
      textBlock =
          """
          </x>; rel="next"                         | /x
          </x>;rel=next                            | /x
          </x>; rel="NEXT"                         | /x
          </x>; REL=next                           | /x
          </x>; rel = "next"                       | /x
          </x>; rel="last next"                    | /x
          </x>; rel="next last"                    | /x
          </x>; rel="last	next"                    | /x
          </x>;	rel=	next                          | /x
          </x>; rel="ne\\xt"                       | /x
          </x>;rel=next;title="a<b"                | /x
          </x>; title="a,b; rel=prev"; rel=next    | /x
          </x>; title="\\", <"; rel=next           | /x
          </y>; rel=prev, </x>; rel=next           | /x
          </x>; rel=next, </y>; rel=last           | /x
          </y>;rel=prev,</x>;rel=next              | /x
          ,, </x>;; rel=next; ,                    | /x
          < /x >; rel=next                         | /x
          </x>; rel=next; rel=prev                 | /x
          </x>; rel=prev; rel=next                 | /x
          </x?a=1,2;b>; rel=next                   | /x?a=1,2;b
          </x>; rel=next, </x>; rel=next           | /x
          """)
  void theNextPageIsFound(String header, String target) {
    assertEquals(new Links.Next.At(target), Links.next(List.of(header)));
    assertEquals(
        new Links.Next.At(target), Links.next(List.of("</z>; rel=prev", header, "nothing")));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        ",",
        "</x>",
        "</x>; rel=prev",
        "</x>; rel",
        "</next>; rel=prev",
        "</x>; title=next",
        "</x>; title=\"rel=next\"; rel=last",
        "nonsense",
        "<",
        "</x>; rel=\"last"
      })
  void wherNoRelationIsNextAListEnds(String header) {
    assertEquals(new Links.Next.End(), Links.next(List.of(header)));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "</x>; rel='next'",
        "</x>; rel=\"http://rels.test/next\"",
        "</x>; rel*=UTF-8''next",
        "</x>; rel=\"next",
        "/x; rel=next",
        "</x; rel=next",
        "<>; rel=next",
        "</x> rel=next",
        "</x>; rel=next, </y>; rel=next",
        "</x>; rel=\"next,last\"",
        "nonsense, </x>; rel=next"
      })
  void whatMayMeanANextPageIsNoEnd(String header) {
    assertInstanceOf(Links.Next.Unclear.class, Links.next(List.of(header)));
    assertInstanceOf(Links.Next.Unclear.class, Links.next(List.of("</x>; rel=next", header)));
  }

  @Test
  void twoHeadersThatDifferAreUnclear() {
    assertInstanceOf(
        Links.Next.Unclear.class, Links.next(List.of("</x>; rel=next", "</y>; rel=next")));
  }

  @ParameterizedTest
  @ValueSource(strings = {"<", "</x>;", "</x>;a=\"", "</x>,", "</x>; rel=next, ", ";", "\\"})
  @Timeout(5)
  void longHeadersAreReadInLinearTime(String part) {
    Links.next(List.of(part.repeat(300_000)));
  }
}
