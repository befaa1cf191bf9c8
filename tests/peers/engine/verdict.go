package engine

import (
	"fmt"
	"strings"

	k8sconst "github.com/cilium/cilium/pkg/k8s/apis/cilium.io"
	"github.com/cilium/cilium/pkg/labels"
	"github.com/cilium/cilium/pkg/policy"
	"github.com/cilium/cilium/pkg/u8proto"
)

type verdictRequest struct {
	Queries []flow `json:"queries"`
	// Explain adds the names of the policies behind each verdict.
	Explain bool `json:"explain"`
}

// flow is the first packet of a conversation.
type flow struct {
	From int64 `json:"from"`
	To   int64 `json:"to"`
	// Proto is a name such as TCP, UDP, SCTP, ICMP, ICMPv6.
	Proto string `json:"proto"`
	Port  uint16 `json:"port"`
	// ICMPType is used instead of Port when Proto is ICMP or ICMPv6.
	ICMPType uint8 `json:"icmpType"`
}

type verdictResponse struct {
	OK      bool   `json:"ok"`
	Results []ends `json:"results"`
}

// ends holds the verdict at both ends; an end that is no endpoint says `none`.
type ends struct {
	// Allowed is true when neither end refuses.
	Allowed bool    `json:"allowed"`
	Egress  verdict `json:"egress"`
	Ingress verdict `json:"ingress"`
}

// verdict is what one end decides.
type verdict struct {
	// Verdict is allowed, denied, error or none.
	Verdict string `json:"verdict"`
	// Reason is `rule` or `default` for what the datapath decides, and `http`,
	// `sni` or `dns` for what a proxy decides.
	Reason string `json:"reason,omitempty"`
	// Redirect is the proxy that the traffic is sent through: http, tls, dns
	// or listener.
	Redirect string `json:"redirect,omitempty"`
	// Auth is `required` or `test-always-fail` when the peers must have
	// authenticated each other first.
	Auth     string   `json:"auth,omitempty"`
	Error    string   `json:"error,omitempty"`
	Policies []string `json:"policies,omitempty"`
}

const (
	allowed = "allowed"
	denied  = "denied"
	failed  = "error"
	none    = "none"
)

func (w *world) verdicts(query verdictRequest) (verdictResponse, error) {
	response := verdictResponse{OK: true, Results: make([]ends, 0, len(query.Queries))}
	for _, flow := range query.Queries {
		result, err := w.flow(flow, query.Explain)
		if err != nil {
			return response, err
		}
		response.Results = append(response.Results, result)
	}
	return response, nil
}

func (w *world) flow(query flow, explain bool) (ends, error) {
	return w.bothEnds(query.From, query.To, func(s *subject, peer end, key policy.Key) verdict {
		proto, port, err := query.key()
		if err != nil {
			return verdict{Verdict: failed, Error: err.Error()}
		}
		return w.look(s, key.WithPortProto(proto, port), explain)
	})
}

// key gives protocol and port as a policy map has them: an ICMP type lies
// where the port would.
func (f flow) key() (u8proto.U8proto, uint16, error) {
	proto, err := u8proto.ParseProtocol(f.Proto)
	if err != nil {
		return 0, 0, err
	}
	port := f.Port
	if proto == u8proto.ICMP || proto == u8proto.ICMPv6 {
		port = uint16(f.ICMPType)
	}
	if port == 0 {
		return 0, 0, fmt.Errorf("port 0 and ICMP type 0 cannot be looked up")
	}
	return proto, port, nil
}

// end is the peer as seen from a subject.
type end struct {
	client  int64
	numeric uint32
	ingress bool
}

// bothEnds asks the sender's egress and the receiver's ingress.
func (w *world) bothEnds(from, to int64, ask func(*subject, end, policy.Key) verdict) (ends, error) {
	sender, err := w.identity(from)
	if err != nil {
		return ends{}, err
	}
	receiver, err := w.identity(to)
	if err != nil {
		return ends{}, err
	}
	result := ends{Egress: verdict{Verdict: none}, Ingress: verdict{Verdict: none}}
	if hasPolicy(sender) {
		peer := end{client: to, numeric: receiver.ID.Uint32()}
		result.Egress = ask(w.subject(from, sender), peer, policy.EgressKey().WithIdentity(receiver.ID))
	}
	if hasPolicy(receiver) {
		peer := end{client: from, numeric: sender.ID.Uint32(), ingress: true}
		result.Ingress = ask(w.subject(to, receiver), peer, policy.IngressKey().WithIdentity(sender.ID))
	}
	result.Allowed = result.Egress.passes() && result.Ingress.passes()
	return result, nil
}

func (v verdict) passes() bool { return v.Verdict == allowed || v.Verdict == none }

// look asks the policy map, with the precedence rules of the datapath.
func (w *world) look(s *subject, key policy.Key, explain bool) verdict {
	if s.trouble != nil {
		return verdict{Verdict: failed, Error: s.trouble.Error()}
	}
	entry, rules, found := s.policy.Lookup(key)
	result := verdict{Verdict: allowed, Reason: "rule"}
	if !found {
		result.Reason = "default"
	}
	if explain {
		result.Policies = policyNames(rules)
	}
	if entry.IsDeny() {
		result.Verdict = denied
		return result
	}
	if entry.IsRedirectEntry() {
		result.Redirect = proxyKind(w.release.Proxy(entry))
	}
	result.Auth = authOf(entry)
	return result
}

// proxyKind tells the proxy from the precedence, where each parser has a
// priority of its own (pkg/policy/types, WithListenerPriority).
func proxyKind(priority policy.ListenerPriority) string {
	switch priority {
	case policy.ListenerPriorityHTTP:
		return "http"
	case policy.ListenerPriorityTLS:
		return "tls"
	case policy.ListenerPriorityDNS:
		return "dns"
	default:
		return "listener"
	}
}

func authOf(entry policy.MapStateEntry) string {
	switch kind := entry.AuthRequirement.AuthType().String(); kind {
	case "disabled":
		return ""
	case "spire":
		return "required"
	default:
		return kind
	}
}

// policyNames lists the policies that a map entry comes from.
func policyNames(rules policy.RuleMeta) []string {
	names := []string{}
	for _, set := range rules.LabelArray() {
		namespace := set.Get(labels.LabelSourceK8s + ":" + k8sconst.PolicyLabelNamespace)
		name := set.Get(labels.LabelSourceK8s + ":" + k8sconst.PolicyLabelName)
		if name == "" {
			// Rules of the agent's own, such as the one for the local host.
			names = append(names, set.String())
			continue
		}
		names = append(names, strings.TrimPrefix(namespace+"/"+name, "/"))
	}
	return names
}
