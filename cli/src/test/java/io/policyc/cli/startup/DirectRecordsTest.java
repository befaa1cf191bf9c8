package io.policyc.cli.startup;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertSame;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.function.Supplier;
import java.util.function.UnaryOperator;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/// Rewritten classes answer as they did.
class DirectRecordsTest {
  private static final List<String> RECORDS =
      List.of("Samples$Empty", "Samples$All", "Samples$Pair", "Samples$Own", "Samples");

  @Test
  void recordsAnswerAsTheyDid() throws Exception {
    List<String> plain = new Samples().get();
    assertTrue(plain.size() > 600, "answers: " + plain.size());
    assertEquals(plain, says(DirectRecords::rewrite, RECORDS));
  }

  @Test
  void comparatorsOrderAsTheyDid() throws Exception {
    assertEquals(new Orders().get(), says(DirectCalls::rewrite, List.of("Orders")));
  }

  @ParameterizedTest
  @ValueSource(strings = {"Samples$Empty", "Samples$All", "Samples$Pair", "Samples$Own"})
  void nothingIsLeftToBeLinked(String name) throws Exception {
    assertTrue(text(Rewritten.bytes(name)).contains("ObjectMethods"));
    byte[] rewritten = DirectRecords.rewrite(Rewritten.bytes(name));
    assertFalse(linked(rewritten), name);
  }

  @Test
  void noComparatorOfTheJdkIsMade() throws Exception {
    byte[] rewritten = DirectCalls.rewrite(Rewritten.bytes("Orders"));
    assertTrue(text(rewritten).contains("PlainComparators"));
    assertFalse(calls(rewritten).stream().anyMatch(call -> call.contains("omparing")));
  }

  @Test
  void otherClassesStayAsTheyAre() throws Exception {
    byte[] plain = Rewritten.bytes("Samples");
    assertSame(plain, DirectRecords.rewrite(plain));
  }

  // The names of what is called on the JDK's comparators and entries.
  private static List<String> calls(byte[] type) {
    return java.lang.classfile.ClassFile.of().parse(type).methods().stream()
        .flatMap(method -> method.code().stream())
        .flatMap(code -> code.elementStream())
        .filter(java.lang.classfile.instruction.InvokeInstruction.class::isInstance)
        .map(java.lang.classfile.instruction.InvokeInstruction.class::cast)
        .filter(call -> call.owner().asInternalName().startsWith("java/util/"))
        .map(call -> call.name().stringValue())
        .toList();
  }

  private static boolean linked(byte[] type) {
    return java.lang.classfile.ClassFile.of().parse(type).methods().stream()
        .flatMap(method -> method.code().stream())
        .flatMap(code -> code.elementStream())
        .anyMatch(java.lang.classfile.instruction.InvokeDynamicInstruction.class::isInstance);
  }

  // The class exists only here, made of bytes: no type can say what it supplies.
  @SuppressWarnings("unchecked")
  private static List<String> says(UnaryOperator<byte[]> rewrite, List<String> names)
      throws Exception {
    Rewritten rewritten = new Rewritten(rewrite, names);
    return ((Supplier<List<String>>) rewritten.made(names.getLast())).get();
  }

  private static String text(byte[] bytes) {
    return new String(bytes, StandardCharsets.ISO_8859_1);
  }
}
