// The oldest version that is built against: the main modules each raise it to
// the Cilium release that they are named for, so this module is never built
// by itself.
module policyc.io/peers/validate

go 1.24.0

require github.com/cilium/cilium v1.18.5
