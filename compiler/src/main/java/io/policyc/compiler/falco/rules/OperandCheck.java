package io.policyc.compiler.falco.rules;

import io.policyc.compiler.Code;
import io.policyc.compiler.falco.condition.Operand;
import io.policyc.compiler.falco.condition.Operand.Constant;
import io.policyc.compiler.falco.condition.Operand.Field;
import io.policyc.compiler.falco.condition.Operand.Listed;
import io.policyc.compiler.falco.condition.Operand.Transformed;
import io.policyc.compiler.falco.condition.Transformer;
import io.policyc.compiler.falco.fields.FieldType;
import java.util.List;
import java.util.Optional;

/// Gives operands their types, and looks at what transformers take.
///
/// Source: libs 0.25.4, userspace/libsinsp/sinsp_filter_transformers*.cpp, and recorded verdicts.
final class OperandCheck {
  private final FieldCheck fields;
  private final Advice advice = new Advice();

  OperandCheck(Plugins plugins) {
    fields = new FieldCheck(plugins, advice);
  }

  Advice advice() {
    return advice;
  }

  FieldCheck fields() {
    return fields;
  }

  /// An operand's type.
  ///
  /// @param field the field, where the operand is one without transformers
  /// @param eventType whether it is `evt.type`, possibly transformed
  record Typed(FieldType type, boolean list, Optional<FieldUse> field, boolean eventType) {
    static Typed constant(FieldType type) {
      return new Typed(type, false, Optional.empty(), false);
    }

    Typed become(FieldType other, boolean stays) {
      return new Typed(other, stays && list, Optional.empty(), eventType);
    }
  }

  Typed type(Operand operand) throws Wrong {
    return switch (operand) {
      case Field field -> field(field);
      case Transformed transformed -> transformed(transformed);
      case Constant constant ->
          Typed.constant(constant.quoted() ? FieldType.CHARBUF : FieldType.UINT64);
      case Listed listed -> listed(listed);
    };
  }

  private Typed field(Field field) throws Wrong {
    FieldUse use = fields.check(field);
    boolean event = use.name().equals("evt.type");
    return new Typed(use.type(), use.field().list(), Optional.of(use), event);
  }

  private Typed listed(Listed listed) throws Wrong {
    for (Operand item : listed.items()) {
      type(item);
    }
    return new Typed(FieldType.CHARBUF, true, Optional.empty(), false);
  }

  private Typed transformed(Transformed use) throws Wrong {
    if (use.transformer() == Transformer.VAL) {
      return type(use.arguments().getFirst());
    }
    return use.arguments().size() == 1 ? one(use) : several(use);
  }

  private Typed one(Transformed use) throws Wrong {
    Operand argument = use.arguments().getFirst();
    Typed inner = type(argument);
    if (inner.field().filter(f -> !f.field().transformable()).isPresent()) {
      throw wrong(use, "`" + inner.field().get().name() + "` can't be transformed");
    }
    return switch (use.transformer()) {
      case TOLOWER, TOUPPER, B64, BASENAME -> text(use, inner);
      case LEN -> length(use, inner);
      case JOIN, CONCAT, GETOPT ->
          throw wrong(use, "`" + use.transformer().text() + "` takes at least two arguments");
      case VAL -> inner;
    };
  }

  private Typed text(Transformed use, Typed inner) throws Wrong {
    boolean buffer = use.transformer() == Transformer.B64 && inner.type() == FieldType.BYTEBUF;
    if (!isText(inner.type()) && !buffer) {
      throw wrong(
          use, "`" + use.transformer().text() + "` takes texts, not " + Types.words(inner.type()));
    }
    return inner.become(FieldType.CHARBUF, true);
  }

  private Typed length(Transformed use, Typed inner) throws Wrong {
    boolean measured = isText(inner.type()) || inner.type() == FieldType.BYTEBUF || inner.list();
    if (!measured) {
      throw wrong(use, "`len` takes texts and lists, not " + Types.words(inner.type()));
    }
    return inner.become(FieldType.UINT64, false);
  }

  private Typed several(Transformed use) throws Wrong {
    List<Operand> arguments = use.arguments();
    Typed first = type(arguments.getFirst());
    for (Operand argument : arguments.subList(1, arguments.size())) {
      type(argument);
    }
    return switch (use.transformer()) {
      case JOIN -> join(use, first);
      case CONCAT -> concat(use);
      case GETOPT -> getopt(use, first);
      case TOLOWER, TOUPPER, B64, BASENAME, LEN, VAL -> throw kills(use);
    };
  }

  private Typed join(Transformed use, Typed separator) throws Wrong {
    Typed second = type(use.arguments().get(1));
    if (use.arguments().size() != 2 || !second.list() || !isText(separator.type())) {
      throw wrong(use, "`join` takes a separator and a list");
    }
    return Typed.constant(FieldType.CHARBUF);
  }

  private Typed concat(Transformed use) throws Wrong {
    for (Operand argument : use.arguments()) {
      Typed typed = type(argument);
      if (!isText(typed.type()) || typed.list()) {
        throw wrong(use, "`concat` takes texts");
      }
    }
    return Typed.constant(FieldType.CHARBUF);
  }

  private Typed getopt(Transformed use, Typed words) throws Wrong {
    Typed options = type(use.arguments().get(1));
    if (use.arguments().size() != 2 || !words.list() || !isText(options.type())) {
      throw wrong(use, "`getopt` takes a list of words and a text of options");
    }
    return new Typed(FieldType.CHARBUF, true, Optional.empty(), false);
  }

  static boolean isText(FieldType type) {
    return type == FieldType.CHARBUF || type == FieldType.FSPATH || type == FieldType.FSRELPATH;
  }

  private static Wrong wrong(Transformed use, String message) {
    int length = use.transformer().text().length();
    return new Wrong(Trouble.of(Code.PC0927, use.at(), length, message));
  }

  private static Wrong kills(Transformed use) {
    String name = use.transformer().text();
    String message = "`" + name + "` with several arguments ends Falco";
    return new Wrong(
        Trouble.of(Code.PC0940, use.at(), name.length(), message)
            .withHelp("give it one argument")
            .as(Trouble.Kind.KILLS));
  }
}
