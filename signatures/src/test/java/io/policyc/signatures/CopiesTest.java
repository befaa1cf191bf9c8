package io.policyc.signatures;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import io.policyc.signatures.oci.Descriptor;
import io.policyc.signatures.oci.Manifest;
import io.policyc.signatures.sigstore.Material;
import io.policyc.signatures.wasm.ArtifactContent;
import io.policyc.signatures.wasm.Extern;
import io.policyc.signatures.wasm.Import;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.UnaryOperator;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.FieldSource;

/// Names that strangers choose so that their hashes collide cost no more than others: half a minute
/// is what 65,536 of them took in each of these places.
class CopiesTest {
  private static final Digest ANY = Digest.sha256(new byte[0]);
  private static final Descriptor NOTHING = described(Map.of());

  private static Descriptor described(Map<String, String> annotations) {
    return new Descriptor("", ANY, 0, "", annotations, Optional.empty());
  }

  static final List<UnaryOperator<Map<String, String>>> PLACES =
      List.of(
          Copies::of,
          map -> described(map).annotations(),
          map ->
              new Manifest.Image(
                      ANY, "", "", NOTHING, List.of(), Optional.empty(), map, Bytes.EMPTY)
                  .annotations(),
          map ->
              new Manifest.Index(ANY, "", "", List.of(), Optional.empty(), map, Bytes.EMPTY)
                  .annotations(),
          map -> new Material.CosignSignature(Bytes.EMPTY, map).annotations(),
          map -> new Material.CosignAttestation(Bytes.EMPTY, map).annotations(),
          map ->
              new ArtifactContent("", Bytes.EMPTY, List.of(), map, Optional.empty()).annotations());

  @ParameterizedTest
  @FieldSource("PLACES")
  @Timeout(5)
  void collidingNamesAreCopiedAsFastAsOthers(UnaryOperator<Map<String, String>> copied) {
    Map<String, String> map = new LinkedHashMap<>();
    Colliding.texts(65_536).forEach(text -> map.put(text, ""));
    Map<String, String> copy = copied.apply(map);
    assertEquals(new ArrayList<>(map.keySet()), new ArrayList<>(copy.keySet()));
    map.clear();
    assertEquals(65_536, copy.size());
    assertThrows(UnsupportedOperationException.class, copy::clear);
  }

  @Test
  @Timeout(10)
  void collidingImportsAreComparedAsFastAsOthers() {
    List<Import> imports =
        Colliding.texts(65_536).stream()
            .map(text -> new Import(text, Optional.of("f"), Optional.empty(), Extern.FUNCTION))
            .toList();
    assertEquals(imports, imports.stream().distinct().toList());
  }

  @Test
  void importsThatDifferAreNotTheSame() {
    Set<Import> all = new LinkedHashSet<>();
    for (Optional<String> name :
        List.of(Optional.<String>empty(), Optional.of(""), Optional.of("a"))) {
      for (Extern kind : Extern.values()) {
        for (String from : List.of("Aa", "BB")) {
          all.add(new Import(from, name, Optional.empty(), kind));
          all.add(new Import(from, name, Optional.of(""), kind));
        }
      }
    }
    assertEquals(3 * Extern.values().length * 4, all.size());
    assertEquals(all.size(), Set.copyOf(all.stream().sorted().toList()).size());
    assertEquals(all.size(), new java.util.TreeSet<>(all).size());
  }

  @Test
  void digestsAreOrderedByAlgorithmAndValue() {
    Digest short1 = ANY;
    Digest long1 = Digest.of(Digest.Algorithm.SHA512, new byte[0]);
    Digest short2 = Digest.sha256(new byte[] {1});
    assertEquals(
        List.of(short2, short1, long1), Stream.of(long1, short1, short2).sorted().toList());
  }
}
