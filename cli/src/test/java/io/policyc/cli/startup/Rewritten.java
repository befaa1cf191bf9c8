package io.policyc.cli.startup;

import java.io.IOException;
import java.io.InputStream;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import java.util.function.UnaryOperator;

/// Defines classes of this package a second time, rewritten, under their own names.
final class Rewritten extends ClassLoader {
  private final Map<String, Class<?>> defined = new TreeMap<>();

  Rewritten(UnaryOperator<byte[]> rewrite, List<String> names) throws IOException {
    super(Rewritten.class.getClassLoader());
    for (String name : names) {
      byte[] bytes = rewrite.apply(bytes(name));
      String full = "io.policyc.cli.startup." + name;
      defined.put(full, defineClass(full, bytes, 0, bytes.length));
    }
  }

  static byte[] bytes(String name) throws IOException {
    try (InputStream in = Rewritten.class.getResourceAsStream(name + ".class")) {
      return Objects.requireNonNull(in).readAllBytes();
    }
  }

  @Override
  protected Class<?> loadClass(String name, boolean resolve) throws ClassNotFoundException {
    Class<?> own = defined == null ? null : defined.get(name);
    return own == null ? super.loadClass(name, resolve) : own;
  }

  /// A new object of a rewritten class.
  Object made(String name) throws ReflectiveOperationException {
    var constructor = loadClass("io.policyc.cli.startup." + name).getDeclaredConstructor();
    constructor.setAccessible(true);
    return constructor.newInstance();
  }
}
