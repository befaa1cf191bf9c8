// Like ../validate, built only as a part of the main modules, each of which
// raises Cilium to the release that it is named for.
module policyc.io/peers/engine

go 1.24.0

require (
	github.com/cilium/cilium v1.18.5
	policyc.io/peers/validate v0.0.0
)

replace policyc.io/peers/validate => ../validate
