package io.policyc.compiler.ast;

import io.policyc.findings.Span;
import java.util.List;
import java.util.Optional;

/// One sentence.
public sealed interface Statement {
  /// From its first word to its last, annotations not counted.
  Span span();

  /// What stands with it and never changes what it permits.
  default Notes notes() {
    return Notes.NONE;
  }

  /// `namespace shop`, the home of the names below; `foreign namespace monitoring`.
  record Header(boolean foreign, Word namespace, Notes notes, Span span) implements Statement {}

  /// `import "platform/base.policy"`, `foreign import "…"`
  record Import(boolean foreign, Word path, Notes notes, Span span) implements Statement {}

  /// `workload web in shop { app: web; port http 8080 }`
  ///
  /// @param namespace what stands after `in`; empty for the namespace of the header
  record Workload(
      boolean foreign,
      Word name,
      Optional<Word> namespace,
      List<WorkloadItem> items,
      Notes notes,
      Span span)
      implements Statement {
    public Workload {
      items = List.copyOf(items);
    }
  }

  /// `external stripe { host api.stripe.com; port 443 }`
  record External(Word name, List<ExternalItem> items, Notes notes, Span span)
      implements Statement {
    public External {
      items = List.copyOf(items);
    }
  }

  /// `web, batch may GET /api/v1/items on backend`
  record Grant(List<Party> senders, Action action, Notes notes, Span span) implements Statement {
    public Grant {
      senders = List.copyOf(senders);
    }
  }

  /// `db is closed`
  record Closed(List<Party> subjects, Notes notes, Span span) implements Statement {
    public Closed {
      subjects = List.copyOf(subjects);
    }
  }

  /// `namespace shop is closed`
  record NamespaceClosed(Word namespace, Notes notes, Span span) implements Statement {}

  /// `deny world to backend port 9000`
  record Deny(List<Party> senders, List<Party> receivers, PortClause ports, Notes notes, Span span)
      implements Statement {
    public Deny {
      senders = List.copyOf(senders);
      receivers = List.copyOf(receivers);
    }
  }

  /// `never web may reach db`
  record Never(List<Party> senders, Action action, Notes notes, Span span) implements Statement {
    public Never {
      senders = List.copyOf(senders);
    }
  }

  /// `expect web can GET /api/v1/items?page=2 on backend`
  record Expect(List<Party> senders, boolean can, Action action, Notes notes, Span span)
      implements Statement {
    public Expect {
      senders = List.copyOf(senders);
    }
  }

  /// `alert when web spawns a shell as warning`, `no alert when …`
  ///
  /// @param priority a Falco priority in lower case; empty where the sentence names none
  record Alert(
      boolean negated,
      List<Party> subjects,
      Behaviour behaviour,
      Optional<Word> priority,
      Notes notes,
      Span span)
      implements Statement {
    public Alert {
      subjects = List.copyOf(subjects);
    }
  }

  /// `web runs wasm on wasmtime-wasi, wasmtime-spin-v2`
  record RunsWasm(List<Party> subjects, List<Word> classes, Notes notes, Span span)
      implements Statement {
    public RunsWasm {
      subjects = List.copyOf(subjects);
      classes = List.copyOf(classes);
    }
  }

  /// `namespace shop is restricted at v1.34`
  record Profile(Word namespace, Word profile, Optional<Word> version, Notes notes, Span span)
      implements Statement {}

  /// `images of web are signed by all of key "a.pub", key "b.pub"`
  ///
  /// @param all whether each of the signers is asked for, or one of them
  record Signed(Images images, boolean all, List<Signer> signers, Notes notes, Span span)
      implements Statement {
    public Signed {
      signers = List.copyOf(signers);
    }
  }

  /// `images of web attest https://slsa.dev/provenance/v1 by "…" through "…"`
  record Attest(Images images, Word predicate, List<Signer> signers, Notes notes, Span span)
      implements Statement {
    public Attest {
      signers = List.copyOf(signers);
    }
  }

  /// `images of every pod come from ghcr.io/acme/**, docker.io/library/**`
  record ComeFrom(Images images, List<Word> places, Notes notes, Span span) implements Statement {
    public ComeFrom {
      places = List.copyOf(places);
    }
  }

  /// `runtime class wasmtime-wasi { handler wasmtime; runs wasm }`
  ///
  /// @param items none where there is no block: then the handler is called like the class
  record RuntimeClass(Word name, List<RuntimeClassItem> items, Notes notes, Span span)
      implements Statement {
    public RuntimeClass {
      items = List.copyOf(items);
    }
  }

  /// `except Deployment/node-agent in monitoring from hostPorts until 2027-06-30 because "…"`
  ///
  /// @param name of the object; a `*` in it is any text
  /// @param namespace what stands after `in`; empty for the namespace of the header
  /// @param until a date
  record Except(
      Word kind,
      Word name,
      Optional<Word> namespace,
      List<Word> checks,
      Word until,
      Notes notes,
      Span span)
      implements Statement {
    public Except {
      checks = List.copyOf(checks);
    }
  }

  /// A sentence that was not understood: something was said about it, nothing follows from it.
  record Broken(Span span) implements Statement {}
}
