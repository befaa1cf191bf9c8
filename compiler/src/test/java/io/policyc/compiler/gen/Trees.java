package io.policyc.compiler.gen;

import io.policyc.compiler.ast.PolicyFile;
import io.policyc.findings.Span;
import java.lang.reflect.RecordComponent;
import java.util.Collection;
import java.util.Optional;

/// Syntax trees as text without their spans, so that two can be compared.
public final class Trees {
  private Trees() {}

  /// The sentences of a file, one a line.
  public static String sentences(PolicyFile file) {
    StringBuilder text = new StringBuilder();
    file.statements().forEach(statement -> add(text, statement).append('\n'));
    return text.toString();
  }

  private static StringBuilder add(StringBuilder text, Object node) {
    switch (node) {
      case Span span -> text.append('_');
      case Optional<?> optional ->
          optional.ifPresentOrElse(v -> add(text, v), () -> text.append('-'));
      case Collection<?> nodes -> {
        text.append('[');
        nodes.forEach(n -> add(text, n).append(' '));
        text.append(']');
      }
      case Record node2 -> record(text, node2);
      default -> text.append(node);
    }
    return text;
  }

  private static void record(StringBuilder text, Record node) {
    text.append(node.getClass().getSimpleName()).append('(');
    for (RecordComponent component : node.getClass().getRecordComponents()) {
      try {
        add(text, component.getAccessor().invoke(node)).append(' ');
      } catch (ReflectiveOperationException e) {
        throw new LinkageError(e.getMessage(), e);
      }
    }
    text.append(')');
  }
}
