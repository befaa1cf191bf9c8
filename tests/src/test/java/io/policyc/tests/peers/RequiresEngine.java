package io.policyc.tests.peers;

import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;
import java.util.Arrays;
import java.util.Optional;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.extension.ConditionEvaluationResult;
import org.junit.jupiter.api.extension.ExecutionCondition;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.extension.ExtensionContext;
import org.junit.platform.commons.support.AnnotationSupport;

/// Marks a test class that talks to real engines: it runs with the peers, and is reported as
/// skipped, by name and with the command that builds the engine, when one is not there.
///
/// With `CI=true` it runs all the same, and fails at [Engine#require].
@Tag("peers")
@Target(ElementType.TYPE)
@Retention(RetentionPolicy.RUNTIME)
@ExtendWith(RequiresEngine.Condition.class)
public @interface RequiresEngine {
  /// The engines that it talks to.
  Engine[] value();

  /// Looks for the engines.
  final class Condition implements ExecutionCondition {
    @Override
    public ConditionEvaluationResult evaluateExecutionCondition(ExtensionContext context) {
      Optional<Engine> missing =
          AnnotationSupport.findAnnotation(context.getElement(), RequiresEngine.class).stream()
              .flatMap(annotation -> Arrays.stream(annotation.value()))
              .filter(engine -> !Engine.required() && engine.find().isEmpty())
              .findFirst();
      return missing
          .map(engine -> ConditionEvaluationResult.disabled(engine.advice()))
          .orElseGet(() -> ConditionEvaluationResult.enabled("the engines are there"));
    }
  }
}
