package io.policyc.tests.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.networknt.schema.InputFormat;
import com.networknt.schema.SchemaRegistry;
import com.networknt.schema.SpecificationVersion;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class SourceMapTest {
  @Test
  void fitsItsSchema(@TempDir Path temp) throws IOException {
    Path examples = Path.of("../examples/company").toAbsolutePath().normalize();
    String map = temp.resolve("map.json").toString();
    Run run = Run.in(examples).policyc("compile", "--stdout", "--source-map", map, ".");
    assertEquals(0, run.status(), run.err());
    String json = Files.readString(temp.resolve("map.json"));
    assertTrue(json.contains("\"sentence\": {"), json);
    assertEquals(List.of(), problems(json));
    assertNotEquals(List.of(), problems(json.replace("\"line\": ", "\"line\": -")));
  }

  private static List<String> problems(String json) throws IOException {
    String schema = Files.readString(Path.of("../docs/schema/source-map-1.json"));
    return SchemaRegistry.withDefaultDialect(SpecificationVersion.DRAFT_2020_12)
        .getSchema(schema, InputFormat.JSON)
        .validate(json, InputFormat.JSON)
        .stream()
        .map(Object::toString)
        .toList();
  }
}
