package io.policyc.compiler.cilium.schema;

import com.networknt.schema.Error;
import com.networknt.schema.Schema;
import com.networknt.schema.SchemaRegistry;
import com.networknt.schema.SchemaRegistryConfig;
import com.networknt.schema.dialect.Dialect;
import com.networknt.schema.dialect.Dialects;
import com.networknt.schema.path.NodePath;
import io.policyc.compiler.Code;
import io.policyc.compiler.cilium.CiliumVersion;
import io.policyc.compiler.cilium.YamlTree;
import io.policyc.findings.Finding;
import io.policyc.findings.ObjectPath;
import io.policyc.findings.Span;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.List;

/// The schema of Cilium's CRD, which refuses what an API server refuses or silently drops.
///
/// Source: the class path's `cilium/<version>/ciliumnetworkpolicy.json`, see the README there.
/// Making one costs more than validating a thousand documents: keep it.
public final class CrdSchema {
  private static final int MAX_FINDINGS = 50;

  private final CiliumVersion version;
  private final Schema schema;

  private CrdSchema(CiliumVersion version, Schema schema) {
    this.version = version;
    this.schema = schema;
  }

  /// The schema of a version.
  public static CrdSchema of(CiliumVersion version) {
    Dialect dialect = Dialect.builder(Dialects.getDraft202012()).format(new CidrFormat()).build();
    SchemaRegistryConfig config =
        SchemaRegistryConfig.builder().formatAssertionsEnabled(true).build();
    SchemaRegistry registry =
        SchemaRegistry.withDialect(dialect, builder -> builder.schemaRegistryConfig(config));
    try (InputStream text = open(version)) {
      return new CrdSchema(version, registry.getSchema(text));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static InputStream open(CiliumVersion version) {
    String name = "/cilium/" + release(version) + "/ciliumnetworkpolicy.json";
    InputStream text = CrdSchema.class.getResourceAsStream(name);
    if (text == null) {
      throw new IllegalStateException(name + " is not on the class path");
    }
    return text;
  }

  private static String release(CiliumVersion version) {
    return switch (version) {
      case V1_18 -> "1.18.5";
      case V1_19 -> "1.19.4";
      case V1_20 -> "1.20.2";
    };
  }

  /// What the schema refuses in a document, up to fifty things, each with its place.
  public List<Finding> validate(YamlTree document) {
    return schema.validate(JsonTree.of(document)).stream()
        .limit(MAX_FINDINGS)
        .map(error -> finding(document, error))
        .toList();
  }

  private Finding finding(YamlTree document, Error error) {
    ObjectPath path = ObjectPath.ROOT;
    YamlTree at = document;
    NodePath location = error.getInstanceLocation();
    for (int i = 0; i < location.getNameCount(); i++) {
      Object step = location.getElement(i);
      path = step instanceof Integer index ? path.item(index) : path.child(step.toString());
      at = child(at, step);
    }
    return Code.PC0711.at(span(at, error), message(error)).withPath(path);
  }

  private String message(Error error) {
    return "Cilium %s refuses this: %s".formatted(version.text(), error.getMessage());
  }

  // A field that isn't known is shown itself, not the object that it stands in.
  private static Span span(YamlTree at, Error error) {
    return error.getProperty() == null ? at.at() : child(at, error.getProperty()).at();
  }

  private static YamlTree child(YamlTree tree, Object step) {
    return switch (tree) {
      case YamlTree.Mapping(var fields, _) -> fields.getOrDefault(step.toString(), tree);
      case YamlTree.Items(var items, _) ->
          step instanceof Integer index && index < items.size() ? items.get(index) : tree;
      case YamlTree.Text _, YamlTree.Numeral _, YamlTree.Flag _, YamlTree.Nothing _ -> tree;
    };
  }
}
