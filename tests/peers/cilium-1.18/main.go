// Command cilium-1.18 answers questions about policies with Cilium 1.18.5.
// ../cilium/README.md describes the ops.
package main

import (
	"log/slog"
	"net/netip"

	"github.com/cilium/cilium/pkg/container/versioned"
	"github.com/cilium/cilium/pkg/fqdn/dnsproxy"
	"github.com/cilium/cilium/pkg/fqdn/re"
	"github.com/cilium/cilium/pkg/identity"
	"github.com/cilium/cilium/pkg/identity/identitymanager"
	ipcachetypes "github.com/cilium/cilium/pkg/ipcache/types"
	"github.com/cilium/cilium/pkg/labels"
	"github.com/cilium/cilium/pkg/option"
	"github.com/cilium/cilium/pkg/policy"
	"github.com/cilium/cilium/pkg/policy/api"
	"github.com/cilium/cilium/pkg/policy/types"
	"github.com/cilium/cilium/pkg/spanstat"
	"github.com/cilium/cilium/pkg/u8proto"
	cilium "github.com/cilium/proxy/go/cilium/api"

	"policyc.io/peers/engine"
)

func main() { engine.Main(release{}) }

type release struct{}

func (release) Version() string { return "1.18.5" }

func (release) Configure() {
	// `auto` becomes `always` when the agent runs under Kubernetes.
	option.Config.AllowLocalhost = option.AllowLocalhostAlways
	// The agent does so on its start; without it no DNS pattern can be checked.
	if err := re.InitRegexCompileLRU(slog.New(slog.DiscardHandler), 1024); err != nil {
		panic(err)
	}
}

func (release) Metrics() types.PolicyMetrics { return uncounted{} }

// Know does nothing for identities: who is selected is learnt in Select, and
// peers are learnt by every release alike. Selectors of names want somebody to
// tell.
func (release) Know(repository *policy.Repository, _ identity.IdentityMap) {
	repository.GetSelectorCache().SetLocalIdentityNotifier(nobody{})
}

func (release) Replace(repository *policy.Repository, rules api.Rules, resource ipcachetypes.ResourceID) {
	repository.ReplaceByResource(rules, resource)
}

func (release) Prefixes(rules api.Rules) []netip.Prefix {
	return policy.GetCIDRPrefixes(rules)
}

func (release) GroupLabels(label labels.Label) []labels.Label {
	return []labels.Label{label}
}

func (release) Select(repository *policy.Repository, manager identitymanager.IDManager, id *identity.Identity) (policy.SelectorPolicy, error) {
	manager.Add(id)
	selected, _, err := repository.GetSelectorPolicy(id, 0, &statistics{}, 0)
	return selected, err
}

func (release) Owner(common engine.Endpoint) policy.PolicyOwner { return &endpoint{Endpoint: common} }

func (release) Message(owner policy.PolicyOwner, _ policy.SelectorPolicy, filled *policy.EndpointPolicy, translator engine.Translator) *cilium.NetworkPolicy {
	pod := owner.(*endpoint)
	pod.version = filled.VersionHandle
	return getNetworkPolicy(
		&xdsServer{logger: translator.Logger}, pod, pod.GetPolicyNames(),
		&filled.L4Policy, filled.IngressPolicyEnabled, filled.EgressPolicyEnabled, false, false, "")
}

// Precedence: this release sends none; a refusal beats a permission.
func (release) Precedence(*cilium.PortNetworkPolicyRule) (uint32, error) { return 0, nil }

func (release) Names(logger *slog.Logger) *dnsproxy.DNSProxy {
	return dnsproxy.NewDNSProxy(dnsproxy.DNSProxyConfig{Logger: logger}, nil, nil, nil)
}

func (release) Proxy(entry policy.MapStateEntry) policy.ListenerPriority {
	// As MapStateEntry.WithListenerPriority writes it.
	return policy.ListenerPriority(types.MaxProxyPortPriority+1) - policy.ListenerPriority(entry.ProxyPortPriority)
}

type endpoint struct {
	engine.Endpoint
	// version is the state of the selectors that its policy was computed from.
	version *versioned.VersionHandle
}

func (*endpoint) GetNamedPort(bool, string, u8proto.U8proto) uint16 { return 0 }
func (*endpoint) MapStateSize() int                                 { return 0 }

func (e *endpoint) GetPolicyVersionHandle() *versioned.VersionHandle { return e.version }

type uncounted struct{}

func (uncounted) AddRule(api.Rule) {}
func (uncounted) DelRule(api.Rule) {}

type statistics struct{ waiting, calculation spanstat.SpanStat }

func (s *statistics) WaitingForPolicyRepository() *spanstat.SpanStat { return &s.waiting }
func (s *statistics) SelectorPolicyCalculation() *spanstat.SpanStat  { return &s.calculation }

// nobody looks names up: ../engine says which addresses they have.
type nobody struct{}

func (nobody) RegisterFQDNSelector(api.FQDNSelector) uint64   { return 0 }
func (nobody) UnregisterFQDNSelector(api.FQDNSelector) uint64 { return 0 }
