package io.policyc.compiler.ast;

import io.policyc.findings.Span;
import java.util.Optional;

/// What a `with` or `without` adds to a grant; all of them must hold.
public sealed interface Condition {
  /// Where it stands, from its first word.
  Span span();

  /// `with header X-Tenant: acme`, or `with header X-Tenant` for its mere presence.
  record Header(Word name, Optional<Word> value, Span span) implements Condition {}

  /// `with host api.shop.example`
  record Host(Word pattern, Span span) implements Condition {}

  /// `without query`
  record WithoutQuery(Span span) implements Condition {}

  /// `with mutual auth`
  record MutualAuth(Span span) implements Condition {}

  /// `with sni api.stripe.com`; without a name it is the hosts of the external.
  record Sni(Optional<Word> name, Span span) implements Condition {}
}
