package io.policyc.cli.startup;

import java.lang.classfile.ClassFile;
import java.lang.classfile.ClassModel;
import java.lang.classfile.ClassTransform;
import java.lang.classfile.CodeBuilder;
import java.lang.classfile.CodeElement;
import java.lang.classfile.Opcode;
import java.lang.classfile.instruction.InvokeInstruction;
import java.lang.constant.ClassDesc;
import java.lang.constant.MethodTypeDesc;
import java.util.Set;

/// Lets calls of the JDK's comparators reach [PlainComparators].
final class DirectCalls {
  private static final ClassDesc PLAIN = ClassDesc.of(PlainComparators.class.getName());
  private static final ClassDesc COMPARATOR = ClassDesc.of("java.util.Comparator");
  private static final String COMPARATORS = "java/util/Comparator";
  private static final String ENTRIES = "java/util/Map$Entry";
  private static final Set<String> MADE =
      Set.of("comparing", "comparingInt", "comparingByKey", "comparingByValue");
  private static final Set<String> JOINED = Set.of("thenComparing", "thenComparingInt");

  private DirectCalls() {}

  /// The class with such calls replaced.
  static byte[] rewrite(byte[] bytes) {
    ClassFile files = ClassFile.of();
    ClassModel model = files.parse(bytes);
    return files.transformClass(
        model, ClassTransform.transformingMethodBodies(DirectCalls::replace));
  }

  private static void replace(CodeBuilder code, CodeElement element) {
    if (!(element instanceof InvokeInstruction call) || !isComparators(call)) {
      code.with(element);
      return;
    }
    String name = call.name().stringValue();
    MethodTypeDesc type = call.typeSymbol();
    if (call.opcode() == Opcode.INVOKESTATIC && MADE.contains(name)) {
      code.invokestatic(PLAIN, name, type);
    } else if (call.opcode() == Opcode.INVOKEINTERFACE && JOINED.contains(name)) {
      code.invokestatic(PLAIN, name, type.insertParameterTypes(0, COMPARATOR));
    } else {
      code.with(element);
    }
  }

  private static boolean isComparators(InvokeInstruction call) {
    String owner = call.owner().asInternalName();
    return owner.equals(COMPARATORS) || owner.equals(ENTRIES);
  }
}
