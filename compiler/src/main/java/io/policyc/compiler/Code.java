package io.policyc.compiler;

import io.policyc.findings.Finding;
import io.policyc.findings.Level;
import io.policyc.findings.Span;

/// The codes of everything that policyc finds in a policy; `docs/diagnostics/<code>.md` explains
/// each.
///
/// Numbers are never reused. PC00 what is read · PC01 syntax · PC02 names · PC03 what a sentence
/// means · PC04 what Cilium can do · PC05 Falco · PC06 promises, tests and admission · PC07
/// policies read back · PC08 settings and output · PC09 rules files of Falco.
public enum Code {
  // PC00: what is read.

  /// A file larger than is read.
  PC0001(Level.ERROR),

  /// A control character.
  PC0002(Level.ERROR),

  /// A character that changes the direction of the text.
  PC0003(Level.ERROR),

  /// A character that nobody sees.
  PC0004(Level.ERROR),

  /// A character outside ASCII where a sentence stands.
  PC0005(Level.ERROR),

  /// Half of a surrogate pair: the text is not Unicode.
  PC0006(Level.ERROR),

  /// A word longer than is read.
  PC0007(Level.ERROR),

  /// Brackets nested deeper than is read.
  PC0008(Level.ERROR),

  /// More sentences than are read.
  PC0009(Level.ERROR),

  /// Lines that end in a carriage return alone.
  PC0010(Level.ERROR),

  /// More mistakes than are shown.
  PC0011(Level.ERROR),

  /// A sentence with more words than are read.
  PC0012(Level.ERROR),
  /// An argument that names nothing.
  PC0050(Level.ERROR),
  /// A file or folder that cannot be read.
  PC0051(Level.ERROR),
  /// A device, a pipe or a socket in place of a file.
  PC0052(Level.ERROR),
  /// A text that is larger than a text may be.
  PC0053(Level.ERROR),
  /// An input that is larger in all than an input may be.
  PC0054(Level.ERROR),
  /// A text that is not UTF-8.
  PC0055(Level.ERROR),
  /// A folder or pattern without a policy file.
  PC0056(Level.ERROR),
  /// A folder that holds too much.
  PC0057(Level.ERROR),
  /// An import that names nothing.
  PC0060(Level.ERROR),
  /// A circle of imports.
  PC0061(Level.ERROR),
  /// Imports that lie too deep.
  PC0062(Level.ERROR),
  /// An import of policies that exist.
  PC0063(Level.ERROR),
  /// A folder in place of a file.
  PC0064(Level.ERROR),
  /// An import that is not relative to its file.
  PC0065(Level.ERROR),
  /// A command that is used in a wrong way.
  PC0090(Level.ERROR),
  /// A fault of policyc's own.
  PC0091(Level.ERROR),

  // PC01: syntax.

  /// A sentence or a verb that the language does not have.
  PC0101(Level.ERROR),

  /// A word where another one should stand.
  PC0102(Level.ERROR),

  /// A sentence that ends too early.
  PC0103(Level.ERROR),

  /// Words after the end of a sentence.
  PC0104(Level.ERROR),

  /// A bracket that is not closed.
  PC0105(Level.ERROR),

  /// A closing bracket without its opening one.
  PC0106(Level.ERROR),

  /// A text that is not closed.
  PC0107(Level.ERROR),

  /// A backslash that escapes nothing.
  PC0108(Level.ERROR),

  /// A name with characters that names do not have.
  PC0109(Level.ERROR),

  /// A name longer than is allowed.
  PC0110(Level.ERROR),

  /// A word of the language as a name.
  PC0111(Level.ERROR),

  /// A name that no namespace can have.
  PC0112(Level.ERROR),

  /// Ports that are no ports.
  PC0113(Level.ERROR),

  /// A protocol that is none, or stands in the wrong place.
  PC0114(Level.ERROR),

  /// A method or verb that is none.
  PC0115(Level.ERROR),

  /// A method in a wrong form.
  PC0116(Level.ERROR),

  /// Another word for `may`.
  PC0117(Level.ERROR),

  /// An arrow.
  PC0118(Level.ERROR),

  /// A namespace with a block.
  PC0119(Level.ERROR),

  /// `never` before `alert`.
  PC0120(Level.ERROR),

  /// `=` in place of `:`.
  PC0121(Level.ERROR),

  /// No blank after `:`.
  PC0122(Level.ERROR),

  /// A list without its commas.
  PC0123(Level.ERROR),

  /// A wrong preposition, or none.
  PC0124(Level.ERROR),

  /// A sentence of another language.
  PC0125(Level.ERROR),

  /// A negated grant.
  PC0126(Level.ERROR),

  /// A path without `/`, or no path.
  PC0127(Level.ERROR),

  /// A path that is a regular expression.
  PC0128(Level.ERROR),

  /// A URL in place of a host, a path or a name.
  PC0129(Level.ERROR),

  /// A comment of another language.
  PC0130(Level.ERROR),

  /// Quotes of another kind.
  PC0131(Level.ERROR),

  /// A mark at the end of a sentence.
  PC0132(Level.ERROR),

  /// A date that is none.
  PC0133(Level.ERROR),

  /// `expect` with `may`, or `never` with `can`.
  PC0134(Level.ERROR),

  /// `deny` with a verb.
  PC0135(Level.ERROR),

  /// A behaviour that is none.
  PC0136(Level.ERROR),

  /// A priority that is none.
  PC0137(Level.ERROR),

  /// A condition that is none.
  PC0138(Level.ERROR),

  /// An annotation without a sentence.
  PC0139(Level.ERROR),

  /// An annotation in a wrong form.
  PC0140(Level.ERROR),

  /// No blank before a comment.
  PC0141(Level.ERROR),

  /// Something that stands twice, or a comma with nothing after it.
  PC0142(Level.ERROR),

  /// Pods or peers in other words.
  PC0143(Level.ERROR),

  /// `nobody` outside `expect`.
  PC0144(Level.ERROR),

  /// Items in braces with commas between them.
  PC0145(Level.ERROR),

  /// An item that its block does not have.
  PC0146(Level.ERROR),

  /// A state that a workload or namespace does not have.
  PC0147(Level.ERROR),

  /// A port in a name.
  PC0148(Level.ERROR),

  /// Ports or conditions on a sentence that has none.
  PC0149(Level.ERROR),

  /// An expression in a wrong form.
  PC0150(Level.ERROR),

  /// A reason without quotes.
  PC0151(Level.ERROR),

  /// `foreign` before an external.
  PC0152(Level.ERROR),

  /// The path of a file without quotes.
  PC0153(Level.ERROR),

  /// A word of a block as a label.
  PC0154(Level.ERROR),

  /// Two paths with a comma but no blank between them.
  PC0155(Level.ERROR),

  /// An address in place of a name.
  PC0156(Level.ERROR),

  // PC02: names.

  /// A sentence that needs a namespace, above the first `namespace` line.
  PC0201(Level.ERROR),

  /// A name that no object of Kubernetes can have.
  PC0202(Level.ERROR),

  /// A name that nothing declares.
  PC0203(Level.ERROR),

  /// A name that several namespaces declare.
  PC0204(Level.ERROR),

  /// A name that is declared twice.
  PC0205(Level.ERROR),

  /// Declarations of one workload that differ.
  PC0206(Level.ERROR),

  /// A workload without labels.
  PC0207(Level.ERROR),

  /// A text that is no key or value of a label.
  PC0208(Level.ERROR),

  /// A label that is no part of identities.
  PC0209(Level.ERROR),

  /// Conditions that nothing meets.
  PC0210(Level.ERROR),

  /// Two ports with one name.
  PC0211(Level.ERROR),

  /// A port that is declared twice.
  PC0212(Level.ERROR),

  /// An external that names nothing outside.
  PC0213(Level.ERROR),

  /// A text that is no name of a host.
  PC0214(Level.ERROR),

  /// A host inside of the cluster.
  PC0215(Level.ERROR),

  /// A text that is no address range.
  PC0216(Level.ERROR),

  /// An address range with host bits.
  PC0217(Level.ERROR),

  /// An address range that is everything.
  PC0218(Level.ERROR),

  /// An exception that does not lie in its range.
  PC0219(Level.ERROR),

  /// A namespace of which nothing is known, in a grant.
  PC0220(Level.WARNING),

  /// A namespace of which nothing is known, in a refusal or a promise.
  PC0221(Level.ERROR),

  /// An external where a workload should stand.
  PC0222(Level.ERROR),

  /// A name that manifests give to different pods.
  PC0223(Level.ERROR),

  /// Labels that no pod of the manifests carries.
  PC0224(Level.WARNING),

  /// A port that no container of the manifests opens.
  PC0225(Level.WARNING),

  /// The port of a Service in place of the pods' own.
  PC0226(Level.ERROR),

  // PC03: what a sentence means.

  /// A receiver with several ports, none of them named.
  PC0301(Level.ERROR),

  /// A receiver without a known port, none of them named.
  PC0302(Level.ERROR),

  /// A port's name that the receiver does not have.
  PC0303(Level.ERROR),

  /// A port's number that the receiver does not declare.
  PC0304(Level.ERROR),

  /// A request on a port that is not TCP.
  PC0305(Level.ERROR),

  /// A request on a port that speaks TLS.
  PC0306(Level.ERROR),

  /// A port's name in namespaces that only the cluster knows.
  PC0307(Level.ERROR),

  /// A text that is no path.
  PC0308(Level.ERROR),

  /// A text that is no RE2 expression.
  PC0309(Level.ERROR),

  /// A header that no request has.
  PC0310(Level.ERROR),

  /// A condition that does not fit its action.
  PC0311(Level.ERROR),

  /// Conditions that no request meets.
  PC0312(Level.ERROR),

  /// A server name that nothing names.
  PC0313(Level.ERROR),

  /// Mutual authentication, which is deprecated.
  PC0314(Level.WARNING),

  /// Mutual authentication with what is no pod.
  PC0315(Level.ERROR),

  /// Grants that meet and differ in authentication or server names.
  PC0316(Level.ERROR),

  /// A sender that is known by its host only.
  PC0317(Level.ERROR),

  /// A sender that is no pod, where only pods can be.
  PC0318(Level.ERROR),

  /// A grant neither end of which is a pod.
  PC0319(Level.ERROR),

  /// A text that is no gRPC method.
  PC0320(Level.ERROR),

  /// A query in a path.
  PC0321(Level.ERROR),

  /// A refusal that speaks of a host by name.
  PC0322(Level.ERROR),

  /// A refusal that no namespace of the input can hold.
  PC0323(Level.ERROR),

  /// A refusal or a promise against a pod's own node.
  PC0324(Level.ERROR),

  /// Something that cannot be closed.
  PC0325(Level.ERROR),

  /// Something foreign that is closed.
  PC0326(Level.ERROR),

  /// A closed namespace with a foreign workload in it.
  PC0327(Level.ERROR),

  /// A grant that expired and still holds.
  PC0328(Level.WARNING),

  /// A grant that expired and holds no more.
  PC0329(Level.ERROR),

  /// An expiry that has no effect.
  PC0330(Level.WARNING),

  /// More pairs of ends than are read.
  PC0331(Level.ERROR),

  /// `nobody` as a receiver.
  PC0332(Level.ERROR),

  /// A port number that the receiver does not declare, beside one that it does.
  PC0333(Level.WARNING),

  /// Requests to a port on which another grant permits anything.
  PC0334(Level.WARNING),

  /// Requests and something else on one port, of which Cilium would take requests only.
  PC0335(Level.ERROR),

  /// The same, where only the cluster knows whether both grants speak of the same peers.
  PC0336(Level.WARNING),

  /// Requests from the node that a pod runs on, which always reaches it.
  PC0337(Level.NOTE),

  /// A host without a domain.
  PC0338(Level.WARNING),

  // PC04: what Cilium can do.

  /// A pattern of hosts that the version aimed at takes for another one.
  PC0401(Level.ERROR),

  /// A pattern of server names that the version aimed at refuses.
  PC0402(Level.ERROR),

  /// The cluster's names, written to a limited depth.
  PC0403(Level.NOTE),

  /// An expression larger than Envoy takes.
  PC0404(Level.ERROR),

  /// More entries than a policy map holds.
  PC0405(Level.ERROR),

  /// Sentences that cannot be enforced together.
  PC0406(Level.ERROR),

  /// Pods of a group that nothing closes, for which HTTP cannot be said.
  PC0407(Level.NOTE),

  /// A `deny` without an end that this input may write for.
  PC0408(Level.ERROR),

  /// A sentence that becomes what Cilium refuses.
  PC0409(Level.ERROR),

  /// More exceptions than can be written.
  PC0410(Level.ERROR),

  /// Groups that would take more rules than are written.
  PC0411(Level.ERROR),

  /// Pods of other clusters that a rule for requests leaves out with those of this one.
  PC0412(Level.NOTE),

  /// More ports and requests than are written.
  PC0413(Level.ERROR),

  // PC05: Falco.

  /// An alert about something that is no pod.
  PC0502(Level.ERROR),

  /// A program or file without its whole path.
  PC0503(Level.ERROR),

  /// Alerts that contradict each other.
  PC0504(Level.ERROR),

  /// What Falco cannot tell apart.
  PC0505(Level.NOTE),

  /// A path that a rule cannot compare.
  PC0506(Level.ERROR),

  /// An alert that never comes.
  PC0507(Level.WARNING),

  /// A workload whose grants leave nothing to watch for.
  PC0508(Level.NOTE),

  /// Rules that would be larger than is written.
  PC0509(Level.ERROR),

  /// A `no alert` that takes nothing away.
  PC0510(Level.NOTE),

  /// Written rules that read as others, or that Falco would refuse.
  PC0511(Level.ERROR),

  /// An object that a cluster would not take for its size.
  PC0512(Level.ERROR),

  /// A version of Falco that does not load the rules.
  PC0513(Level.ERROR),

  // PC06: promises, tests and admission.

  /// A promise that this version does not prove.
  PC0601(Level.WARNING),

  /// An expectation that this version does not try.
  PC0602(Level.WARNING),

  /// An admission sentence that this version does not enforce.
  PC0603(Level.WARNING),

  /// An admission sentence about something that is no pod.
  PC0604(Level.ERROR),

  /// A version that the Pod Security Standards do not have.
  PC0605(Level.ERROR),

  /// A text that is no pattern for images.
  PC0606(Level.ERROR),

  /// A signer that could be anybody, or nobody.
  PC0607(Level.ERROR),

  /// A text that is no WebAssembly interface.
  PC0608(Level.ERROR),

  /// `nobody` beside other senders, or before `cannot`.
  PC0609(Level.ERROR),

  /// A RuntimeClass that is declared with two handlers.
  PC0610(Level.ERROR),

  /// An exception for an object of a kind that no check looks at, or that cannot be where it is
  /// said to be.
  PC0611(Level.ERROR),

  /// A check that there is not.
  PC0612(Level.ERROR),

  /// An exception without a reason.
  PC0613(Level.ERROR),

  /// An exception whose last day is over.
  PC0614(Level.WARNING),

  /// An admission sentence that is asked of manifests, and for which nothing is written.
  PC0615(Level.NOTE),

  /// A RuntimeClass that is called almost like one that is declared.
  PC0616(Level.WARNING),

  // PC07: policies read back.

  /// A text that is no YAML.
  PC0701(Level.ERROR),

  /// A text that is larger, deeper or more entangled than is read.
  PC0702(Level.ERROR),

  /// An object that is no CiliumNetworkPolicy.
  PC0703(Level.NOTE),

  /// A field that a CiliumNetworkPolicy does not have.
  PC0704(Level.ERROR),

  /// A value of a wrong type, or a word that its field does not take.
  PC0705(Level.ERROR),

  /// A field that must be there.
  PC0706(Level.ERROR),

  /// A key that is there twice.
  PC0707(Level.ERROR),

  /// An object that the API server, Cilium or Envoy refuses.
  PC0708(Level.ERROR),

  /// Objects that Cilium cannot merge for a pod.
  PC0709(Level.ERROR),

  /// Objects of which one narrows the other when Cilium merges them.
  PC0710(Level.ERROR),

  /// A document that the schema of Cilium's CRD refuses.
  PC0711(Level.ERROR),

  /// A written document that reads as another policy.
  PC0712(Level.ERROR),

  /// A Cilium policy of a kind or version that is not read.
  PC0713(Level.WARNING),

  // PC08: settings and output.

  /// A settings file that is not TOML.
  PC0801(Level.ERROR),
  /// A setting that there is not.
  PC0802(Level.ERROR),
  /// A setting of the wrong type.
  PC0803(Level.ERROR),
  /// A setting whose value does not fit.
  PC0804(Level.ERROR),
  /// Inputs with different settings files.
  PC0806(Level.ERROR),
  /// A `POLICYC_` variable that means nothing.
  PC0807(Level.WARNING),
  /// A settings file below the folder that is compiled.
  PC0808(Level.WARNING),
  /// A generated file that was changed by hand.
  PC0820(Level.ERROR),
  /// A file in the way that policyc did not write.
  PC0821(Level.ERROR),
  /// A symbolic link in the output folder.
  PC0822(Level.ERROR),
  /// An output folder that cannot be written.
  PC0823(Level.ERROR),
  /// An output folder that another run is writing.
  PC0824(Level.ERROR),
  /// A list of written files that cannot be understood.
  PC0825(Level.ERROR),

  // PC09: rules files of Falco.

  /// A text that is no YAML, or no list of items.
  PC0900(Level.ERROR),

  /// A rules file that is larger than is checked.
  PC0901(Level.ERROR),

  /// A key of an item that is missing, or has a value of the wrong kind.
  PC0902(Level.ERROR),

  /// An item or a key that means nothing to Falco.
  PC0903(Level.WARNING),

  /// A word that is no priority.
  PC0904(Level.ERROR),

  /// A version of the engine that can't be read, or is too new.
  PC0905(Level.ERROR),

  /// A plugin that isn't there, or not in the version that is asked for.
  PC0906(Level.ERROR),

  /// A name of a macro or list that no condition can write.
  PC0907(Level.WARNING),

  /// An item that changes an earlier one in a way that doesn't work.
  PC0908(Level.ERROR),

  /// Something that Falco will drop.
  PC0909(Level.WARNING),

  /// An exception that doesn't fit together.
  PC0910(Level.ERROR),

  /// A rule for a source that nothing provides.
  PC0911(Level.WARNING),

  /// A macro or list that nothing uses.
  PC0912(Level.WARNING),

  /// An exception that is there twice, or is added to without values.
  PC0914(Level.WARNING),

  /// A text that is no condition.
  PC0920(Level.ERROR),

  /// A macro that isn't there, or names itself.
  PC0921(Level.ERROR),

  /// A field that isn't there, or an argument that it doesn't take.
  PC0922(Level.ERROR),

  /// An operator that a field's type doesn't take.
  PC0923(Level.ERROR),

  /// A constant that a field's type doesn't take.
  PC0924(Level.ERROR),

  /// An event type that isn't there.
  PC0925(Level.ERROR),

  /// A regular expression that Falco can't read.
  PC0926(Level.ERROR),

  /// A transformer or `val()` where it can't stand.
  PC0927(Level.ERROR),

  /// An output that Falco can't show.
  PC0928(Level.ERROR),

  /// A rule that looks at almost every event.
  PC0929(Level.WARNING),

  /// A comparison that means something else than it seems to.
  PC0930(Level.WARNING),

  /// A rule that Falco skips.
  PC0931(Level.WARNING),

  /// A comparison with `<NA>`.
  PC0932(Level.WARNING),

  /// An `override` that Falco ignores.
  PC0934(Level.WARNING),

  /// Something that ends Falco.
  PC0940(Level.ERROR),
  ;

  private final Level level;

  Code(Level level) {
    this.level = level;
  }

  /// How much a finding with this code weighs.
  public Level level() {
    return level;
  }

  /// A finding with this code at a place.
  public Finding at(Span at, String message) {
    return Finding.at(name(), level, at, message);
  }

  /// A finding with this code about the whole input.
  public Finding of(String message) {
    return Finding.of(name(), level, message);
  }
}
