package io.policyc.compiler.format;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.policyc.compiler.ast.PolicyFile;
import io.policyc.compiler.gen.GenPolicy;
import io.policyc.compiler.gen.Trees;
import io.policyc.compiler.parse.PolicyParser;
import io.policyc.findings.Checked;
import io.policyc.findings.Source;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

/// What is formatted is read as the same sentences, and is formatted already.
final class FormatPropertyTest {
  private static final long SEED = 20_260_801;
  private static final int FILES = 1_000;

  @Test
  void keepsTheMeaningAndTheCommentsOfEveryForm() {
    GenPolicy generator = new GenPolicy(seed());
    for (int i = 0; i < FILES; i++) {
      String text = generator.file(1 + i % 12);
      PolicyFile once = read(text);
      String formatted = Formatter.format(once);
      PolicyFile twice = read(formatted);

      assertEquals(Trees.sentences(once), Trees.sentences(twice), text);
      assertEquals(comments(once), comments(twice), () -> text + "\n---\n" + formatted);
      assertEquals(formatted, Formatter.format(twice), text);
    }
    for (String form : generator.forms()) {
      assertTrue(generator.counts().getOrDefault(form, 0) > FILES / 20, form);
    }
    System.out.println("formatted, by form: " + generator.counts());
  }

  private static long seed() {
    String seed = System.getProperty("seed", "");
    return seed.equals("random") ? System.nanoTime() : seed.isEmpty() ? SEED : Long.parseLong(seed);
  }

  private static PolicyFile read(String text) {
    Checked<PolicyFile> read = PolicyParser.parse(new Source("gen.policy", text));
    assertEquals(List.of(), read.findings(), () -> text + "\n" + read.findings());
    return read.value();
  }

  // Moved they may be, lost never.
  private static List<String> comments(PolicyFile file) {
    List<String> texts = new ArrayList<>();
    file.comments().forEach(c -> texts.add(c.text()));
    texts.sort(null);
    return texts;
  }
}
