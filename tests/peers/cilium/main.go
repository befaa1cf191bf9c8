// Command cilium answers questions about policies with Cilium 1.20.2. README.md
// describes the ops.
package main

import (
	"fmt"
	"log/slog"
	"net/netip"

	"github.com/cilium/cilium/pkg/envoy"
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
	"github.com/cilium/cilium/pkg/u8proto"
	cilium "github.com/cilium/proxy/go/cilium/api"

	"policyc.io/peers/engine"
)

func main() { engine.Main(release{}) }

type release struct{}

func (release) Version() string { return "1.20.2" }

func (release) Configure() {
	// `auto` becomes `always` when the agent runs under Kubernetes.
	option.Config.UnsafeDaemonConfigOption.AllowLocalhost = option.AllowLocalhostAlways
}

func (release) Metrics() types.PolicyMetrics { return nil }

func (release) Know(repository *policy.Repository, all identity.IdentityMap) {
	repository.UpdateIdentities(all, nil)
}

func (release) Replace(repository *policy.Repository, rules api.Rules, resource ipcachetypes.ResourceID) {
	repository.ReplaceByResource(utils.RulesToPolicyEntries(rules), resource)
}

func (release) Prefixes(rules api.Rules) []netip.Prefix {
	return policy.GetCIDRPrefixes(utils.RulesToPolicyEntries(rules))
}

func (release) GroupLabels(label labels.Label) []labels.Label {
	return []labels.Label{label, labels.EncodedCIDRGroupLabel(label.Key, label.Value, label.Source)}
}

func (release) Select(repository *policy.Repository, _ identitymanager.IDManager, id *identity.Identity) (policy.SelectorPolicy, error) {
	selected, _, err := repository.ComputeSelectorPolicy(id)
	return selected, err
}

func (release) Owner(common engine.Endpoint) policy.PolicyOwner { return &endpoint{Endpoint: common} }

func (release) Message(owner policy.PolicyOwner, _ policy.SelectorPolicy, filled *policy.EndpointPolicy, translator engine.Translator) *cilium.NetworkPolicy {
	pod := owner.(*endpoint)
	selected := filled.SelectorPolicy
	return envoy.GetNetworkPolicy(
		pod, selected.GetEgressNamedPorts, filled.GetPolicySelectors(), pod.GetPolicyNames(),
		&selected.L4Policy, selected.IngressPolicyEnabled, selected.EgressPolicyEnabled,
		false, false, "", translator.Logger, translator)
}

func (release) Precedence(sent *cilium.PortNetworkPolicyRule) (uint32, error) {
	if sent.GetPassPrecedence() != 0 {
		return 0, fmt.Errorf("pass verdicts are not evaluated")
	}
	return sent.Precedence, nil
}

func (release) Names(logger *slog.Logger) *dnsproxy.DNSProxy {
	return dnsproxy.NewDNSProxy(dnsproxy.DNSProxyConfig{Logger: logger}, nil, nil)
}

func (release) Proxy(entry policy.MapStateEntry) policy.ListenerPriority {
	return entry.Precedence.ListenerPriority()
}

type endpoint struct{ engine.Endpoint }

func (*endpoint) GetIngressNamedPort(string, u8proto.U8proto) uint16 { return 0 }
func (*endpoint) PreviousMapStateSizes() policy.MapStateSizes        { return policy.MapStateSizes{} }
