package io.policyc.cli.startup;

import java.lang.classfile.ClassFile;
import java.lang.classfile.ClassModel;
import java.lang.classfile.ClassTransform;
import java.lang.classfile.CodeBuilder;
import java.lang.classfile.CodeElement;
import java.lang.classfile.CodeTransform;
import java.lang.classfile.Label;
import java.lang.classfile.instruction.InvokeDynamicInstruction;
import java.lang.constant.ClassDesc;
import java.lang.constant.DirectMethodHandleDesc;
import java.lang.constant.MethodTypeDesc;
import java.lang.reflect.AccessFlag;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/// Replaces the run-time linkage of `switch` over types by plain tests.
///
/// javac leaves it to `java.lang.runtime.SwitchBootstraps` to make a hidden class for each such
/// switch when it is first reached. The AOT cache of JDK 25 cannot hold those classes, and making
/// them took a quarter of the CPU time of a small compile. What is decided stays the same: the
/// first label from an index on that the value is an instance of.
final class DirectSwitches {
  private static final String BOOTSTRAPS = "Ljava/lang/runtime/SwitchBootstraps;";

  private final ClassModel model;
  private final List<Switch> switches = new ArrayList<>();

  private DirectSwitches(ClassModel model) {
    this.model = model;
  }

  /// A method that takes the place of a linkage.
  private record Switch(String name, MethodTypeDesc type, List<ClassDesc> labels) {}

  /// The class with plain tests; itself where it has no switch over types.
  static byte[] rewrite(byte[] bytes) {
    ClassFile files = ClassFile.of();
    DirectSwitches rewriting = new DirectSwitches(files.parse(bytes));
    byte[] calls =
        files.transformClass(
            rewriting.model, ClassTransform.transformingMethodBodies(rewriting.calls()));
    return rewriting.switches.isEmpty()
        ? bytes
        : files.transformClass(files.parse(calls), rewriting.methods());
  }

  private CodeTransform calls() {
    return (code, element) -> {
      Optional<List<ClassDesc>> labels = labels(element);
      if (labels.isPresent() && element instanceof InvokeDynamicInstruction linkage) {
        String name = "$switch$" + switches.size();
        switches.add(new Switch(name, linkage.typeSymbol(), labels.get()));
        boolean inInterface = model.flags().has(AccessFlag.INTERFACE);
        code.invokestatic(model.thisClass().asSymbol(), name, linkage.typeSymbol(), inInterface);
      } else {
        code.with(element);
      }
    };
  }

  // Labels that are constants (text, numbers, enum constants) keep their linkage: they are few.
  private static Optional<List<ClassDesc>> labels(CodeElement element) {
    if (!(element instanceof InvokeDynamicInstruction linkage) || !isTypeSwitch(linkage)) {
      return Optional.empty();
    }
    List<ClassDesc> labels = new ArrayList<>();
    for (Object label : linkage.bootstrapArgs()) {
      if (!(label instanceof ClassDesc type) || type.isPrimitive()) {
        return Optional.empty();
      }
      labels.add(type);
    }
    return Optional.of(labels);
  }

  private static boolean isTypeSwitch(InvokeDynamicInstruction linkage) {
    DirectMethodHandleDesc bootstrap = linkage.bootstrapMethod();
    return bootstrap.owner().descriptorString().equals(BOOTSTRAPS)
        && bootstrap.methodName().equals("typeSwitch");
  }

  private ClassTransform methods() {
    return ClassTransform.endHandler(
        type ->
            switches.forEach(
                each ->
                    type.withMethodBody(
                        each.name(),
                        each.type(),
                        ClassFile.ACC_PRIVATE | ClassFile.ACC_STATIC | ClassFile.ACC_SYNTHETIC,
                        code -> tests(code, each.labels()))));
  }

  // Source: java.lang.runtime.SwitchBootstraps.typeSwitch, JDK 25: -1 for null, the index of the
  // first label from `restart` on that fits, else the number of labels.
  private static void tests(CodeBuilder code, List<ClassDesc> labels) {
    Label some = code.newLabel();
    code.aload(0).ifnonnull(some).iconst_m1().ireturn().labelBinding(some);
    for (int index = 0; index < labels.size(); index++) {
      Label next = code.newLabel();
      code.iload(1).loadConstant(index).if_icmpgt(next);
      code.aload(0).instanceOf(labels.get(index)).ifeq(next);
      code.loadConstant(index).ireturn().labelBinding(next);
    }
    code.loadConstant(labels.size()).ireturn();
  }
}
