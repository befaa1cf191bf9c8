package io.policyc.compiler.resolve;

import io.policyc.compiler.ast.Notes;
import io.policyc.compiler.ast.Statement;
import io.policyc.compiler.ast.Word;
import io.policyc.compiler.model.Origin;
import java.util.List;

/// Where parts of the model come from.
final class Origins {
  private Origins() {}

  static Origin of(Statement statement) {
    Notes notes = statement.notes();
    List<Origin.Annotation> annotations =
        notes.annotations().stream()
            .map(a -> new Origin.Annotation(a.name().text(), a.value().map(Word::text)))
            .toList();
    return new Origin(statement.span(), annotations, notes.because().map(Word::text));
  }
}
