package io.policyc.cli.startup;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotSame;
import static org.junit.jupiter.api.Assertions.assertSame;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.io.IOException;
import java.io.InputStream;
import java.lang.classfile.ClassFile;
import java.lang.classfile.instruction.InvokeDynamicInstruction;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Function;
import org.junit.jupiter.api.Test;

class DirectSwitchesTest {
  private static final List<String> NAMES =
      List.of("Shapes", "Shapes$Shape", "Shapes$Circle", "Shapes$Square");

  @Test
  void decidesAsBefore() throws Exception {
    Loader loader = new Loader();
    Function<Object, String> before = new Shapes();
    Function<Object, String> after = loader.shapes();
    for (Object value : List.of("abc", "abcd", 6, 7, new int[] {1, 2}, 1.5, List.of())) {
      assertEquals(before.apply(value), after.apply(value));
    }
    for (int size : new int[] {0, 1, 9, 10}) {
      assertEquals(
          before.apply(new Shapes.Circle(size)), after.apply(loader.shape("Circle", size)));
      assertEquals(
          before.apply(new Shapes.Square(size)), after.apply(loader.shape("Square", size)));
    }
    assertThrows(NullPointerException.class, () -> after.apply(nothing()));
  }

  // What no signature admits and a switch must refuse.
  @SuppressWarnings({"NullAway", "DataFlowIssue"})
  private static Object nothing() {
    return null;
  }

  @Test
  void leavesNoLinkageOfSwitches() throws IOException {
    int replaced = 0;
    for (String name : NAMES) {
      byte[] bytes = bytes(name);
      byte[] rewritten = DirectSwitches.rewrite(bytes);
      replaced += linkages(bytes) > 0 ? 1 : 0;
      assertEquals(0, linkages(rewritten), name);
      assertEquals(List.of(), ClassFile.of().verify(rewritten));
    }
    assertEquals(2, replaced);
  }

  private static long linkages(byte[] bytes) {
    return ClassFile.of().parse(bytes).methods().stream()
        .flatMap(method -> method.code().stream())
        .flatMap(code -> code.elementStream())
        .filter(element -> element instanceof InvokeDynamicInstruction)
        .filter(linkage -> linkage.toString().contains("typeSwitch"))
        .count();
  }

  @Test
  void leavesOtherClassesAsTheyAre() throws IOException {
    byte[] plain = bytes("Shapes$Circle");
    assertSame(plain, DirectSwitches.rewrite(plain));
    byte[] switches = bytes("Shapes");
    assertNotSame(switches, DirectSwitches.rewrite(switches));
  }

  private static byte[] bytes(String name) throws IOException {
    try (InputStream in = Shapes.class.getResourceAsStream(name + ".class")) {
      return java.util.Objects.requireNonNull(in).readAllBytes();
    }
  }

  /// Defines the rewritten classes under their own names.
  private static final class Loader extends ClassLoader {
    private final Map<String, Class<?>> defined = new TreeMap<>();

    Loader() throws IOException {
      super(Shapes.class.getClassLoader());
      for (String name : List.of("Shapes$Shape", "Shapes$Circle", "Shapes$Square", "Shapes")) {
        byte[] bytes = DirectSwitches.rewrite(bytes(name));
        String full = "io.policyc.cli.startup." + name;
        defined.put(full, defineClass(full, bytes, 0, bytes.length));
      }
    }

    @Override
    protected Class<?> loadClass(String name, boolean resolve) throws ClassNotFoundException {
      Class<?> own = defined == null ? null : defined.get(name);
      return own == null ? super.loadClass(name, resolve) : own;
    }

    @SuppressWarnings("unchecked")
    Function<Object, String> shapes() throws ReflectiveOperationException {
      var constructor = loadClass("io.policyc.cli.startup.Shapes").getDeclaredConstructor();
      constructor.setAccessible(true);
      return (Function<Object, String>) constructor.newInstance();
    }

    Object shape(String name, int size) throws ReflectiveOperationException {
      var constructor =
          loadClass("io.policyc.cli.startup.Shapes$" + name).getDeclaredConstructor(int.class);
      constructor.setAccessible(true);
      return constructor.newInstance(size);
    }
  }
}
