package io.policyc.cli.startup;

import java.lang.classfile.ClassFile;
import java.lang.classfile.ClassModel;
import java.lang.classfile.CodeBuilder;
import java.lang.classfile.Label;
import java.lang.classfile.MethodModel;
import java.lang.classfile.TypeKind;
import java.lang.classfile.instruction.InvokeDynamicInstruction;
import java.lang.constant.ClassDesc;
import java.lang.constant.ConstantDescs;
import java.lang.constant.DirectMethodHandleDesc;
import java.lang.constant.MethodTypeDesc;
import java.util.List;
import java.util.Optional;

/// Replaces the run-time linkage of what every record has: `equals`, `hashCode` and `toString`.
///
/// javac leaves it to `java.lang.runtime.ObjectMethods` to join method handles when one of them is
/// first called. The AOT cache of JDK 25 cannot hold those, and joining them took a tenth of a
/// small compile. What is written here gives the same, hash codes included: the order of a hash map
/// must not depend on how the command was started.
final class DirectRecords {
  private static final String BOOTSTRAPS = "Ljava/lang/runtime/ObjectMethods;";
  private static final ClassDesc OBJECTS = ClassDesc.of("java.util.Objects");
  private static final ClassDesc BUILDER = ClassDesc.of("java.lang.StringBuilder");
  private static final MethodTypeDesc COMPARE_REFS =
      MethodTypeDesc.of(ConstantDescs.CD_boolean, ConstantDescs.CD_Object, ConstantDescs.CD_Object);

  private final ClassDesc type;
  private final List<Component> components;

  private DirectRecords(ClassDesc type, List<Component> components) {
    this.type = type;
    this.components = components;
  }

  private record Component(String name, ClassDesc type) {
    TypeKind kind() {
      return TypeKind.from(type);
    }

    boolean isReference() {
      return !type.isPrimitive();
    }

    // `Integer` for `int`.
    ClassDesc wrapper() {
      return ClassDesc.of(
          switch (kind()) {
            case BOOLEAN -> "java.lang.Boolean";
            case BYTE -> "java.lang.Byte";
            case CHAR -> "java.lang.Character";
            case SHORT -> "java.lang.Short";
            case INT -> "java.lang.Integer";
            case LONG -> "java.lang.Long";
            case FLOAT -> "java.lang.Float";
            case DOUBLE -> "java.lang.Double";
            case REFERENCE, VOID -> throw new IllegalStateException(type.descriptorString());
          });
    }
  }

  /// The class with plain methods; itself where it is no record or has written them out.
  static byte[] rewrite(byte[] bytes) {
    ClassFile files = ClassFile.of();
    ClassModel model = files.parse(bytes);
    if (model.methods().stream().allMatch(method -> linkage(method).isEmpty())) {
      return bytes;
    }
    return files.transformClass(
        model,
        (target, element) -> {
          Optional<InvokeDynamicInstruction> linkage =
              element instanceof MethodModel method ? linkage(method) : Optional.empty();
          if (linkage.isPresent() && element instanceof MethodModel method) {
            target.withMethodBody(
                method.methodName(),
                method.methodType(),
                method.flags().flagsMask(),
                code -> of(model, linkage.get()).body(linkage.get(), code));
          } else {
            target.with(element);
          }
        });
  }

  private static Optional<InvokeDynamicInstruction> linkage(MethodModel method) {
    return method.code().stream()
        .flatMap(code -> code.elementStream())
        .filter(InvokeDynamicInstruction.class::isInstance)
        .map(InvokeDynamicInstruction.class::cast)
        .filter(call -> call.bootstrapMethod().owner().descriptorString().equals(BOOTSTRAPS))
        .findFirst();
  }

  private static DirectRecords of(ClassModel model, InvokeDynamicInstruction linkage) {
    List<Component> components =
        linkage.bootstrapArgs().stream()
            .filter(DirectMethodHandleDesc.class::isInstance)
            .map(DirectMethodHandleDesc.class::cast)
            .map(getter -> new Component(getter.methodName(), getter.invocationType().returnType()))
            .toList();
    return new DirectRecords(model.thisClass().asSymbol(), components);
  }

  private void body(InvokeDynamicInstruction linkage, CodeBuilder code) {
    switch (linkage.name().stringValue()) {
      case "hashCode" -> hash(code);
      case "equals" -> equal(code);
      default -> text(code);
    }
  }

  // Source: java.lang.runtime.ObjectMethods.makeHashCode, JDK 25.
  private void hash(CodeBuilder code) {
    code.iconst_0();
    for (Component component : components) {
      code.bipush(31).imul().aload(0).getfield(type, component.name(), component.type());
      if (component.isReference()) {
        code.invokestatic(
            OBJECTS, "hashCode", MethodTypeDesc.of(ConstantDescs.CD_int, ConstantDescs.CD_Object));
      } else {
        code.invokestatic(
            component.wrapper(),
            "hashCode",
            MethodTypeDesc.of(ConstantDescs.CD_int, component.type()));
      }
      code.iadd();
    }
    code.ireturn();
  }

  // Source: makeEquals. Floating-point numbers are compared as their wrappers do.
  private void equal(CodeBuilder code) {
    Label other = code.newLabel();
    Label differs = code.newLabel();
    code.aload(0).aload(1).if_acmpne(other).iconst_1().ireturn().labelBinding(other);
    code.aload(1).instanceOf(type).ifeq(differs);
    code.aload(1).checkcast(type).astore(2);
    for (Component component : components) {
      code.aload(0).getfield(type, component.name(), component.type());
      code.aload(2).getfield(type, component.name(), component.type());
      if (component.isReference()) {
        code.invokestatic(OBJECTS, "equals", COMPARE_REFS).ifeq(differs);
      } else {
        code.invokestatic(
                component.wrapper(),
                "compare",
                MethodTypeDesc.of(ConstantDescs.CD_int, component.type(), component.type()))
            .ifne(differs);
      }
    }
    code.iconst_1().ireturn().labelBinding(differs).iconst_0().ireturn();
  }

  // Source: makeToString: `Name[a=1, b=2]`.
  private void text(CodeBuilder code) {
    code.new_(BUILDER).dup();
    code.invokespecial(BUILDER, "<init>", MethodTypeDesc.of(ConstantDescs.CD_void));
    String before = simpleName() + "[";
    for (Component component : components) {
      append(code.loadConstant(before + component.name() + "="), ConstantDescs.CD_String);
      code.aload(0).getfield(type, component.name(), component.type());
      append(code, shown(component.type()));
      before = ", ";
    }
    append(code.loadConstant(components.isEmpty() ? before + "]" : "]"), ConstantDescs.CD_String);
    code.invokevirtual(BUILDER, "toString", MethodTypeDesc.of(ConstantDescs.CD_String)).areturn();
  }

  private static void append(CodeBuilder code, ClassDesc type) {
    code.invokevirtual(BUILDER, "append", MethodTypeDesc.of(BUILDER, type));
  }

  // Which of the builder's methods takes it.
  private static ClassDesc shown(ClassDesc type) {
    return switch (TypeKind.from(type)) {
      case REFERENCE, VOID -> ConstantDescs.CD_Object;
      case BYTE, SHORT -> ConstantDescs.CD_int;
      case BOOLEAN, CHAR, INT, LONG, FLOAT, DOUBLE -> type;
    };
  }

  private String simpleName() {
    String name = type.displayName();
    return name.substring(name.lastIndexOf('$') + 1);
  }
}
