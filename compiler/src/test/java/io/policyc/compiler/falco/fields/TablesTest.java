package io.policyc.compiler.falco.fields;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import java.util.OptionalInt;
import org.junit.jupiter.api.Test;

class TablesTest {
  @Test
  void everyFieldAndEventIsRead() {
    assertEquals(293, FieldTable.all().size());
    assertEquals(451, EventTable.all().size());
  }

  @Test
  void aFieldKnowsItsFlags() {
    FalcoField net = FieldTable.find("fd.net").orElseThrow();
    assertEquals(FieldType.IPNET, net.type());
    assertFalse(net.rightHandSide() || net.transformable() || net.printable() || net.list());
    FalcoField label = FieldTable.find("k8smeta.svc.label").orElseThrow();
    assertTrue(label.list() && label.rightHandSide() && label.printable());
    assertEquals(FalcoField.Argument.KEY, label.argument());
    assertEquals(FalcoField.Origin.K8SMETA, label.origin());
  }

  @Test
  void anEventKnowsItsParameters() {
    FalcoEvent setgid = EventTable.find("setgid").orElseThrow();
    assertEquals(FalcoEvent.Category.SYSCALL, setgid.category());
    assertEquals(
        List.of("res", "gid"),
        setgid.parameters().stream().map(FalcoEvent.Parameter::name).toList());
  }

  @Test
  void aPortHasNames() {
    assertEquals(OptionalInt.of(443), ServiceTable.port("https"));
    assertEquals(OptionalInt.empty(), ServiceTable.port("443"));
  }
}
