package io.policyc.compiler.ast;

import io.policyc.findings.Span;
import java.util.List;

/// One line between the braces of an external.
public sealed interface ExternalItem {
  /// Where it stands.
  Span span();

  /// `host *.feeds.example.com`
  record Host(Word pattern, Span span) implements ExternalItem {}

  /// `cidr 203.0.113.0/24 except 203.0.113.7/32`
  record Cidr(Word cidr, List<Word> except, Span span) implements ExternalItem {
    public Cidr {
      except = List.copyOf(except);
    }
  }

  /// `cidr group partners`, a CiliumCIDRGroup.
  record CidrGroup(Word name, Span span) implements ExternalItem {}

  /// `port 443` or `port 443, 8000-8100/udp`
  record Ports(List<PortItem.Numbers> numbers, Span span) implements ExternalItem {
    public Ports {
      numbers = List.copyOf(numbers);
    }
  }

  /// A line that was not understood: something was said about it, nothing follows from it.
  record Broken(Span span) implements ExternalItem {}
}
