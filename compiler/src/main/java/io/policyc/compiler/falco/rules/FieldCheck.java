package io.policyc.compiler.falco.rules;

import io.policyc.compiler.Code;
import io.policyc.compiler.falco.condition.Operand.Field;
import io.policyc.compiler.falco.fields.EventTable;
import io.policyc.compiler.falco.fields.FalcoField;
import io.policyc.compiler.falco.fields.FalcoField.Argument;
import io.policyc.compiler.falco.fields.FalcoField.Origin;
import io.policyc.compiler.falco.fields.FieldTable;
import io.policyc.compiler.falco.fields.FieldType;
import java.util.List;
import java.util.Optional;

/// Finds the field that a condition names, and looks at its argument.
///
/// Source: libs 0.25.4, userspace/libsinsp/sinsp_filtercheck*.cpp, and recorded verdicts.
final class FieldCheck {
  private static final String ARG = "evt.arg";
  private static final String RAWARG = "evt.rawarg";

  private final Plugins plugins;
  private final Advice advice;

  FieldCheck(Plugins plugins, Advice advice) {
    this.plugins = plugins;
    this.advice = advice;
  }

  /// The field, with the type of its value.
  FieldUse check(Field use) throws Wrong {
    if (use.name().startsWith(ARG + ".")) {
      return event(use, ARG, use.name().substring(ARG.length() + 1));
    }
    if (use.name().startsWith(RAWARG + ".")) {
      return event(use, RAWARG, use.name().substring(RAWARG.length() + 1));
    }
    Optional<FalcoField> field = FieldTable.find(use.name()).filter(plugins::provide);
    if (field.isPresent()) {
      return known(use, field.get());
    }
    if (isDotted(use)) {
      FalcoField parent = FieldTable.find(parent(use.name())).orElseThrow();
      return new FieldUse(parent, parent.type());
    }
    throw unknown(use);
  }

  /// Whether a text is the name of a field, with its argument.
  boolean isField(String text) {
    int bracket = text.indexOf('[');
    boolean argument = bracket > 0 && text.endsWith("]");
    String name = argument ? text.substring(0, bracket) : text;
    Optional<String> inside =
        argument ? Optional.of(text.substring(bracket + 1, text.length() - 1)) : Optional.empty();
    return name.indexOf('.') > 0 && exists(new Field(name, inside, 0));
  }

  private boolean exists(Field field) {
    try {
      check(field);
      return true;
    } catch (Wrong e) {
      return false;
    }
  }

  private FieldUse known(Field use, FalcoField field) throws Wrong {
    switch (field.name()) {
      case ARG, RAWARG -> number(use, field.name());
      case "evt.around" -> number(use, field.name());
      case "evt.abspath" -> noArgument(use);
      case "evt.type.is", "thread.cgroup" -> throw missing(use);
      default -> argument(use, field);
    }
    FieldType type = field.name().equals(ARG) ? FieldType.CHARBUF : field.type();
    return new FieldUse(field, type);
  }

  private void argument(Field use, FalcoField field) throws Wrong {
    switch (field.argument()) {
      case NONE -> noArgument(use);
      case OPTIONAL, REQUIRED -> optional(use);
      case KEY, KEY_OR_INDEX -> key(use);
    }
  }

  private void noArgument(Field use) throws Wrong {
    if (use.argument().isPresent()) {
      Trouble trouble = trouble(use, "`" + use.name() + "` takes no argument in brackets");
      boolean plugin =
          FieldTable.find(use.name()).filter(f -> f.origin() != Origin.LIBSINSP).isPresent();
      throw new Wrong(plugin ? trouble : trouble.as(Trouble.Kind.UNKNOWN));
    }
  }

  private void optional(Field use) throws Wrong {
    boolean text = use.name().equals("proc.env") || use.name().equals("proc.aenv");
    if (use.argument().isPresent() && !text && !isIndex(use.argument().get())) {
      throw new Wrong(
          trouble(use, "`" + use.name() + "` takes a number in brackets").as(Trouble.Kind.UNKNOWN));
    }
    if (text && use.argument().filter(a -> a.indexOf(']') >= 0).isPresent()) {
      throw new Wrong(trouble(use, "a key in brackets can't have a `]`").as(Trouble.Kind.UNKNOWN));
    }
  }

  private void key(Field use) throws Wrong {
    if (use.argument().isEmpty()) {
      throw missing(use);
    }
    String key = use.argument().get();
    if (key.isEmpty() || key.indexOf(' ') >= 0) {
      throw new Wrong(trouble(use, "a key in brackets is empty or has a blank"));
    }
    if (key.indexOf(']') >= 0) {
      throw new Wrong(trouble(use, "a key in brackets can't have a `]`").as(Trouble.Kind.UNKNOWN));
    }
  }

  private void number(Field use, String name) throws Wrong {
    if (use.argument().isEmpty()) {
      throw missing(use);
    }
    if (name.equals(RAWARG) || !Numbers.isNumber(use.argument().get())) {
      String message = "`" + name + "` doesn't take `" + use.argument().get() + "` in brackets";
      throw new Wrong(
          trouble(use, message)
              .withHelp("write a parameter's name behind a dot: `" + name + ".x`"));
    }
  }

  private FieldUse event(Field use, String parent, String parameter) throws Wrong {
    Optional<FieldType> type = Parameters.type(parameter);
    if (use.argument().isPresent() || type.isEmpty()) {
      String message = "no event has a parameter `" + parameter + "`";
      Trouble trouble = trouble(use, message);
      throw new Wrong(
          advice
              .nearest(parameter, Parameters.names())
              .map(near -> trouble.withHelp("did you mean `" + parent + "." + near + "`?"))
              .orElse(trouble));
    }
    FieldType seen = parent.equals(ARG) ? FieldType.CHARBUF : type.get();
    return new FieldUse(FieldTable.find(parent).orElseThrow(), seen);
  }

  // `thread.cgroup.cpuset`, `evt.abspath.src`, `evt.type.is.open`
  private static boolean isDotted(Field use) {
    String last = use.name().substring(use.name().lastIndexOf('.') + 1);
    boolean known =
        switch (parent(use.name())) {
          case "thread.cgroup" -> true;
          case "evt.abspath" -> last.equals("src") || last.equals("dst");
          case "evt.type.is" -> EventTable.find(last).isPresent();
          default -> false;
        };
    return use.argument().isEmpty() && known;
  }

  private static String parent(String name) {
    return name.substring(0, name.lastIndexOf('.'));
  }

  private static boolean isIndex(String text) {
    return !text.isEmpty()
        && text.length() < 10
        && text.chars().allMatch(c -> c >= '0' && c <= '9');
  }

  private static Wrong missing(Field use) {
    return new Wrong(
        trouble(use, "`" + use.name() + "` needs an argument in brackets")
            .withHelp("write `" + use.name() + "[…]`"));
  }

  private Wrong unknown(Field use) {
    Optional<FalcoField> keyed = keyed(use.name());
    if (keyed.isPresent()) {
      return dotted(use, keyed.get());
    }
    String message = "there is no field `" + use.name() + "`";
    Optional<FalcoField> elsewhere = FieldTable.find(use.name());
    Trouble trouble = trouble(use, message).as(Trouble.Kind.UNKNOWN);
    if (elsewhere.isPresent()) {
      String plugin = elsewhere.get().origin() == Origin.CONTAINER ? "container" : "k8smeta";
      return new Wrong(trouble.withHelp("load the plugin `" + plugin + "`, which provides it"));
    }
    return new Wrong(
        advice
            .nearest(use.name(), names())
            .map(near -> trouble.withHelp("did you mean `" + near + "`?"))
            .orElse(trouble));
  }

  // A plugin's field that needs a key, written with a dot.
  private Optional<FalcoField> keyed(String name) {
    for (String parent = name; parent.indexOf('.') > 0; ) {
      parent = parent(parent);
      Optional<FalcoField> field =
          FieldTable.find(parent).filter(plugins::provide).filter(FieldCheck::takesKey);
      if (field.isPresent()) {
        return field;
      }
    }
    return Optional.empty();
  }

  private static boolean takesKey(FalcoField field) {
    return field.argument() == Argument.KEY || field.argument() == Argument.KEY_OR_INDEX;
  }

  private static Wrong dotted(Field use, FalcoField field) {
    String key = use.name().substring(field.name().length() + 1);
    return new Wrong(
        trouble(use, "`" + field.name() + "` takes its key in brackets")
            .withHelp("write `" + field.name() + "[" + key + "]`"));
  }

  private List<String> names() {
    return FieldTable.all().stream().filter(plugins::provide).map(FalcoField::name).toList();
  }

  private static Trouble trouble(Field use, String message) {
    return Trouble.of(Code.PC0922, use.at(), use.name().length(), message);
  }
}
