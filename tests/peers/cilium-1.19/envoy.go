package main

import (
	"log/slog"
	_ "unsafe" // for go:linkname

	"github.com/cilium/cilium/pkg/envoy"
	"github.com/cilium/cilium/pkg/policy"
	proxied "github.com/cilium/cilium/pkg/proxy/endpoint"
	cilium "github.com/cilium/proxy/go/cilium/api"
)

// The method that makes the message is not exported before 1.20. It reads
// nothing of its server but the logger, which stands first: HTTP rules were
// translated when the policy was computed. If another release of 1.19 reads
// more, it finds nil and panics, and the question is answered with an error.
type xdsServer struct {
	logger *slog.Logger
	rest   [4096]byte
}

var _ envoy.XDSServer // so that the package is linked

//go:linkname getNetworkPolicy github.com/cilium/cilium/pkg/envoy.(*xdsServer).getNetworkPolicy
func getNetworkPolicy(
	s *xdsServer, ep proxied.EndpointUpdater, selectors policy.SelectorSnapshot, names []string, l4 *policy.L4Policy,
	ingressEnforced, egressEnforced, useFullTLSContext, useSDS bool, secretsNamespace string,
) *cilium.NetworkPolicy
