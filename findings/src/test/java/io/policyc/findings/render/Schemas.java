package io.policyc.findings.render;

import com.networknt.schema.InputFormat;
import com.networknt.schema.Schema;
import com.networknt.schema.SchemaRegistry;
import com.networknt.schema.SchemaRegistryConfig;
import com.networknt.schema.SpecificationVersion;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

/// The schemas that output is held against.
final class Schemas {
  /// Our own form.
  static final Schemas FINDINGS =
      new Schemas(SpecificationVersion.DRAFT_2020_12, "../docs/schema/findings-1.json");

  /// SARIF 2.1.0.
  static final Schemas SARIF =
      new Schemas(
          SpecificationVersion.DRAFT_4, "src/test/resources/sarif/2.1.0/sarif-2.1.0-rtm.5.json");

  private final Schema schema;

  private Schemas(SpecificationVersion version, String file) {
    SchemaRegistryConfig config =
        SchemaRegistryConfig.builder().formatAssertionsEnabled(true).build();
    schema =
        SchemaRegistry.withDefaultDialect(version, builder -> builder.schemaRegistryConfig(config))
            .getSchema(read(Path.of(file)), InputFormat.JSON);
  }

  /// What does not fit; empty where all does.
  List<String> problems(String json) {
    return schema.validate(json, InputFormat.JSON).stream().map(Object::toString).toList();
  }

  private static String read(Path file) {
    try {
      return Files.readString(file);
    } catch (IOException e) {
      throw new AssertionError("the schema is not where it belongs", e);
    }
  }
}
