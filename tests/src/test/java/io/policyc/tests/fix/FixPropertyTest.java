package io.policyc.tests.fix;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.policyc.cli.Main;
import io.policyc.findings.Source;
import io.policyc.manifests.Manifest;
import io.policyc.manifests.Manifests;
import io.policyc.manifests.Value;
import io.policyc.tests.gen.Dice;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// `check --fix` of generated manifests: what it fixes is clean afterwards, what it does not fix it
/// says why, and nothing else changes.
///
/// `-Dfixes=N` asks about more, `-Dseed=random` about others.
class FixPropertyTest {
  private static final long SEED = 7_411;
  private static final Set<String> FIXED =
      Set.of(
          "allowPrivilegeEscalation",
          "runAsNonRoot",
          "seccompProfile_restricted",
          "capabilities_restricted");

  @TempDir Path temp = Path.of("unset");
  private int clean;
  private int refused;
  private int changed;

  private record Run(int status, String out, String err) {}

  private Run check(String text, String... args) {
    var out = new ByteArrayOutputStream();
    var err = new ByteArrayOutputStream();
    var in = new ByteArrayInputStream(text.getBytes(StandardCharsets.UTF_8));
    Clock clock = Clock.fixed(Instant.parse("2026-11-24T12:00:00Z"), ZoneOffset.UTC);
    int status = Main.run(args, in, out, err, Map.of(), temp, clock);
    return new Run(
        status, out.toString(StandardCharsets.UTF_8), err.toString(StandardCharsets.UTF_8));
  }

  @Test
  void fixesOrSaysWhyAndChangesNothingElse() {
    Dice seeds = new Dice(Dice.seed(SEED));
    int cases = Integer.getInteger("fixes", 1_500);
    for (int i = 0; i < cases; i++) {
      one(new Dice(seeds.between(0, Integer.MAX_VALUE - 1)));
    }
    System.out.printf(
        "%d texts: %d changed, %d clean then, %d with a reason why not all is fixed%n",
        cases, changed, clean, refused);
    assertTrue(changed > cases / 2, "most have something to fix");
    assertTrue(clean > cases / 10 && refused > cases / 5, "both are common");
  }

  private void one(Dice dice) {
    List<Map<String, Object>> objects = new ArrayList<>();
    for (int i = dice.between(1, 2); i > 0; i--) {
      objects.add(new GenObject(dice).object());
    }
    String text = new GenLayout(dice).text(objects);
    List<Manifest> before = objects(text);
    assertEquals(objects.size(), before.size(), () -> "no manifest:\n" + text);
    Run fix = check(text, "check", "--fix", "-");
    String fixed = fix.out();
    List<Manifest> after = objects(fixed);
    String both = text + "\n=== became\n" + fixed + "\n=== and said\n" + fix.err();
    for (int i = 0; i < before.size(); i++) {
      assertOnlyLessRights("", before.get(i).value(), after.get(i).value(), both);
    }
    assertTrue(isWithin(text, fixed), () -> "something is gone:\n" + both);
    assertEveryReasonIsTold(fix, both);
    assertEquals(fixed, check(fixed, "check", "--fix", "-").out(), both);
    assertEquals(fix.status(), check(fixed, "check", "-").status(), both);
    changed += fixed.equals(text) ? 0 : 1;
    clean += fix.status() == 0 ? 1 : 0;
    refused += fix.err().contains("not fixed: ") ? 1 : 0;
  }

  private static List<Manifest> objects(String text) {
    return Manifests.read(new Source("a.yaml", text)).value();
  }

  private static void assertEveryReasonIsTold(Run fix, String both) {
    for (String finding : fix.err().split("(?m)^error\\[", -1)) {
      String rule = finding.substring(0, Math.max(0, finding.indexOf(']')));
      boolean adds = finding.contains(".add[") || finding.contains(".capabilities.add");
      if (FIXED.contains(rule) && !adds) {
        assertTrue(finding.contains("not fixed: "), () -> rule + " has no reason:\n" + both);
      }
    }
    assertFalse(fix.err().contains("still be there"), () -> "a fix that fixes nothing:\n" + both);
  }

  // What stands in the text stands in the new one, in the same order; `null` may have given way.
  private static boolean isWithin(String text, String fixed) {
    String rest = text.replace("null", "").replace("~", "");
    int at = 0;
    for (int i = 0; i < fixed.length() && at < rest.length(); i++) {
      at += fixed.charAt(i) == rest.charAt(at) ? 1 : 0;
    }
    return at == rest.length();
  }

  private static void assertOnlyLessRights(String path, Value before, Value after, String both) {
    if (before instanceof Value.Mapping old && after instanceof Value.Mapping now) {
      old.fields().forEach(f -> assertTrue(now.field(f.name()).isPresent(), both));
      for (Value.Field field : now.fields()) {
        String below = path + "." + field.name();
        old.field(field.name())
            .ifPresentOrElse(
                f -> assertOnlyLessRights(below, f.value(), field.value(), both),
                () -> assertLessRights(below, field.value(), both));
      }
    } else if (before instanceof Value.Sequence(var old, _)
        && after instanceof Value.Sequence(var now, _)) {
      for (int i = 0; i < old.size(); i++) {
        assertOnlyLessRights(path + "[]", old.get(i), now.get(i), both);
      }
      assertTrue(now.size() == old.size() || path.endsWith("capabilities.drop"), both);
      now.subList(old.size(), now.size()).forEach(item -> assertEquals("ALL", word(item), both));
    } else if (before instanceof Value.Null && !(after instanceof Value.Null)) {
      assertLessRights(path, after, both);
    } else {
      assertEquals(word(before), word(after), both);
    }
  }

  private static void assertLessRights(String path, Value added, String both) {
    switch (added) {
      case Value.Mapping map ->
          map.fields().forEach(f -> assertLessRights(path + "." + f.name(), f.value(), both));
      case Value.Sequence(var items, _) -> {
        assertTrue(path.endsWith(".securityContext.capabilities.drop"), both);
        assertEquals("[ALL]", items.stream().map(FixPropertyTest::word).toList().toString(), both);
      }
      case Value.Text _, Value.Bool _, Value.Numeric _, Value.Null _ -> {
        String end = path.substring(Math.max(0, path.indexOf(".securityContext")));
        assertTrue(
            Set.of(
                    ".securityContext.allowPrivilegeEscalation=false",
                    ".securityContext.runAsNonRoot=true",
                    ".securityContext.seccompProfile.type=RuntimeDefault")
                .contains(end + "=" + word(added)),
            () -> path + "=" + word(added) + "\n" + both);
      }
    }
  }

  private static String word(Value value) {
    return switch (value) {
      case Value.Text(var text, _) -> text;
      case Value.Bool(var is, _) -> Boolean.toString(is);
      case Value.Numeric(var number, _) -> number.toString();
      case Value.Null _ -> "null";
      case Value.Mapping _, Value.Sequence _ -> value.kind();
    };
  }
}
