// Package engine answers questions about policies with the code of a Cilium
// release itself: JSON lines in, JSON lines out. ../cilium/README.md describes
// the ops. What differs between releases stands behind Release.
package engine

import (
	"fmt"
	"log/slog"
	"net/netip"
	"os"

	"github.com/cilium/cilium/pkg/endpoint/regeneration"
	envoypolicy "github.com/cilium/cilium/pkg/envoy/policy"
	"github.com/cilium/cilium/pkg/fqdn/dnsproxy"
	"github.com/cilium/cilium/pkg/identity"
	"github.com/cilium/cilium/pkg/identity/identitymanager"
	ipcachetypes "github.com/cilium/cilium/pkg/ipcache/types"
	"github.com/cilium/cilium/pkg/labels"
	"github.com/cilium/cilium/pkg/policy"
	"github.com/cilium/cilium/pkg/policy/api"
	"github.com/cilium/cilium/pkg/policy/types"
	"github.com/cilium/cilium/pkg/proxy/accesslog"
	cilium "github.com/cilium/proxy/go/cilium/api"

	"policyc.io/peers/validate"
)

// Release is what differs between the releases of Cilium.
type Release interface {
	// Version is the one in go.mod; a test compares the two.
	Version() string
	// Configure sets the options that this release keeps elsewhere.
	Configure()
	// Metrics counts rules, and may be nil where the release allows it.
	Metrics() types.PolicyMetrics
	// Know tells the repository of the identities that rules may be about.
	Know(*policy.Repository, identity.IdentityMap)
	// Replace puts the rules of a policy into the repository.
	Replace(*policy.Repository, api.Rules, ipcachetypes.ResourceID)
	// Prefixes gives the CIDRs that rules mention, also in `except`.
	Prefixes(api.Rules) []netip.Prefix
	// GroupLabels gives what the addresses of a CIDR group with this label
	// carry because of it.
	GroupLabels(labels.Label) []labels.Label
	// Select resolves the rules that are about an endpoint.
	Select(*policy.Repository, identitymanager.IDManager, *identity.Identity) (policy.SelectorPolicy, error)
	// Owner makes an endpoint of this release's own.
	Owner(Endpoint) policy.PolicyOwner
	// Message asks the agent's own code for the message to Envoy.
	Message(policy.PolicyOwner, policy.SelectorPolicy, *policy.EndpointPolicy, Translator) *cilium.NetworkPolicy
	// Precedence gives that of a rule of the message, and an error where the
	// rule says something that is not evaluated here.
	Precedence(*cilium.PortNetworkPolicyRule) (uint32, error)
	// Names makes a DNS proxy that nobody is connected to.
	Names(*slog.Logger) *dnsproxy.DNSProxy
	// Proxy is the priority of the proxy that an entry of the policy map
	// redirects to.
	Proxy(policy.MapStateEntry) policy.ListenerPriority
}

// Translator turns HTTP rules into Envoy's.
type Translator struct {
	Logger *slog.Logger
	envoypolicy.EnvoyL7RulesTranslator
}

// Main serves the ops of a release on standard input and output.
func Main(release Release) {
	configure(release)
	// Cilium warns on standard error about what it skips; what matters to a
	// test comes back as an answer.
	logger := slog.New(slog.NewTextHandler(os.Stderr, &slog.HandlerOptions{Level: slog.LevelError}))
	validator, err := validate.New(logger, clusterName)
	if err != nil {
		fmt.Fprintln(os.Stderr, err)
		os.Exit(3)
	}
	server := &server{release: release, logger: logger, validator: validator, worlds: map[string]*world{}}
	validate.Main(server.handle)
}

// Endpoint stands in for the agent's endpoint; each release wants a few more
// methods of it.
type Endpoint struct {
	id uint64
}

func (e Endpoint) GetID() uint64                      { return e.id }
func (e Endpoint) GetPolicyNames() []string           { return []string{"10.0.0.1"} }
func (e Endpoint) GetIPv4Address() string             { return "10.0.0.1" }
func (e Endpoint) GetIPv6Address() string             { return "" }
func (e Endpoint) GetListenerProxyPort(string) uint16 { return 0 }
func (e Endpoint) OnProxyPolicyUpdate(uint64)         {}
func (e Endpoint) PolicyDebug(string, ...any)         {}
func (e Endpoint) IsHost() bool                       { return false }

func (e Endpoint) UpdateProxyStatistics(string, string, uint16, uint16, bool, bool, accesslog.FlowVerdict) {
}

func (e Endpoint) RegenerateIfAlive(*regeneration.ExternalRegenerationMetadata) <-chan bool {
	done := make(chan bool)
	close(done)
	return done
}
