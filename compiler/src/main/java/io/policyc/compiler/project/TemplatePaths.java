package io.policyc.compiler.project;

import io.policyc.compiler.project.toml.TomlValue;
import io.policyc.manifests.TemplatePath;
import java.util.List;
import java.util.Optional;

/// Reads `kubernetes.templates`: where pod templates lie in custom resources.
record TemplatePaths(SettingValues read) {
  private static final int MAX_ITEMS = 200;
  private static final int MAX_STEPS = 32;
  private static final List<String> KEYS = List.of("group", "kind", "path");

  Optional<List<TemplatePath>> list(TomlValue value) {
    return read.items(value, MAX_ITEMS).flatMap(items -> SettingValues.each(items, this::path));
  }

  private Optional<TemplatePath> path(TomlValue item) {
    return read.table(item, KEYS)
        .flatMap(
            table -> {
              Optional<String> group = read.domain(SettingValues.member(table, "group"));
              Optional<String> kind = kind(SettingValues.member(table, "kind"));
              Optional<String> path = steps(SettingValues.member(table, "path"));
              return group.flatMap(
                  g -> kind.flatMap(k -> path.map(p -> new TemplatePath(g, k, p))));
            });
  }

  private Optional<String> kind(TomlValue value) {
    return read.text(value)
        .filter(
            text ->
                (!text.isEmpty()
                        && Character.isUpperCase(text.charAt(0))
                        && text.chars().allMatch(TemplatePaths::isAlphanumeric))
                    || read.wrongValue(
                        value.span(), text, "give the kind as manifests do, such as `Rollout`"));
  }

  private Optional<String> steps(TomlValue value) {
    return read.text(value)
        .filter(
            text ->
                isPath(text)
                    || read.wrongValue(
                        value.span(),
                        text,
                        "give the names of fields with `.` between them, such as `spec.template`,"
                            + " `[]` behind a list, `*` for every field"));
  }

  private static boolean isPath(String text) {
    List<String> steps = List.of(text.split("\\.", -1));
    return steps.size() <= MAX_STEPS && steps.stream().allMatch(TemplatePaths::isStep);
  }

  private static boolean isStep(String step) {
    String name = step.endsWith("[]") ? step.substring(0, step.length() - 2) : step;
    return step.equals("*")
        || (!name.isEmpty() && name.chars().allMatch(c -> isAlphanumeric(c) || c == '-'));
  }

  private static boolean isAlphanumeric(int c) {
    return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || (c >= '0' && c <= '9');
  }
}
