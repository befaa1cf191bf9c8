// Command cilium-1.19 answers questions about policies with Cilium 1.19.4.
// ../cilium/README.md describes the ops.
package main

import (
	"log/slog"
	"net/netip"

	"github.com/cilium/cilium/pkg/fqdn/dnsproxy"
	"github.com/cilium/cilium/pkg/identity"
	"github.com/cilium/cilium/pkg/identity/identitymanager"
	ipcachetypes "github.com/cilium/cilium/pkg/ipcache/types"
	"github.com/cilium/cilium/pkg/labels"
	"github.com/cilium/cilium/pkg/option"
	"github.com/cilium/cilium/pkg/policy"
	"github.com/cilium/cilium/pkg/policy/api"
	"github.com/cilium/cilium/pkg/policy/types"
	"github.com/cilium/cilium/pkg/policy/utils"
	"github.com/cilium/cilium/pkg/spanstat"
	"github.com/cilium/cilium/pkg/u8proto"
	cilium "github.com/cilium/proxy/go/cilium/api"

	"policyc.io/peers/engine"
)

func main() { engine.Main(release{}) }

type release struct{}

func (release) Version() string { return "1.19.4" }

func (release) Configure() {
	// `auto` becomes `always` when the agent runs under Kubernetes.
	option.Config.AllowLocalhost = option.AllowLocalhostAlways
}

func (release) Metrics() types.PolicyMetrics { return uncounted{} }

// Know does nothing: who is selected is learnt in Select, and peers are learnt
// by every release alike.
func (release) Know(*policy.Repository, identity.IdentityMap) {}

func (release) Replace(repository *policy.Repository, rules api.Rules, resource ipcachetypes.ResourceID) {
	repository.ReplaceByResource(utils.RulesToPolicyEntries(rules), resource)
}

func (release) Prefixes(rules api.Rules) []netip.Prefix {
	return policy.GetCIDRPrefixes(utils.RulesToPolicyEntries(rules))
}

func (release) GroupLabels(label labels.Label) []labels.Label {
	return []labels.Label{label, labels.EncodedCIDRGroupLabel(label.Key, label.Value, label.Source)}
}

func (release) Select(repository *policy.Repository, manager identitymanager.IDManager, id *identity.Identity) (policy.SelectorPolicy, error) {
	manager.Add(id)
	selected, _, err := repository.GetSelectorPolicy(id, 0, &statistics{}, 0)
	return selected, err
}

func (release) Owner(common engine.Endpoint) policy.PolicyOwner { return &endpoint{Endpoint: common} }

func (release) Message(owner policy.PolicyOwner, _ policy.SelectorPolicy, filled *policy.EndpointPolicy, translator engine.Translator) *cilium.NetworkPolicy {
	pod := owner.(*endpoint)
	selected := filled.SelectorPolicy
	return getNetworkPolicy(
		&xdsServer{logger: translator.Logger}, pod, filled.GetPolicySelectors(), pod.GetPolicyNames(),
		&selected.L4Policy, selected.IngressPolicyEnabled, selected.EgressPolicyEnabled, false, false, "")
}

// Precedence: this release sends none; a refusal beats a permission.
func (release) Precedence(*cilium.PortNetworkPolicyRule) (uint32, error) { return 0, nil }

func (release) Names(logger *slog.Logger) *dnsproxy.DNSProxy {
	return dnsproxy.NewDNSProxy(dnsproxy.DNSProxyConfig{Logger: logger}, nil, nil)
}

func (release) Proxy(entry policy.MapStateEntry) policy.ListenerPriority {
	// As MapStateEntry.String reads it.
	return policy.ListenerPriority(0xff - entry.Precedence&0xff)
}

type endpoint struct{ engine.Endpoint }

func (*endpoint) GetNamedPort(bool, string, u8proto.U8proto) uint16 { return 0 }
func (*endpoint) PreviousMapState() *policy.MapState                { return nil }

type uncounted struct{}

func (uncounted) AddRule(types.PolicyEntry) {}
func (uncounted) DelRule(types.PolicyEntry) {}

type statistics struct{ waiting, calculation spanstat.SpanStat }

func (s *statistics) WaitingForPolicyRepository() *spanstat.SpanStat { return &s.waiting }
func (s *statistics) SelectorPolicyCalculation() *spanstat.SpanStat  { return &s.calculation }
