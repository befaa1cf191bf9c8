package engine

import (
	"fmt"
	"regexp"
	"strings"
)

// aLabel and allLabels are what cilium/proxy's SniPattern takes for the characters
// of one DNS label, and for one label or more.
const (
	aLabel    = `[-a-z0-9_]*`
	allLabels = `[-a-z0-9_]+([.][-a-z0-9_]+)*`
)

// validServerName is SniPattern's own check, stricter than the CRD's: no dot at
// the end, and no more than two wildcards in a row, which then are a label of
// their own. Envoy refuses the endpoint's whole policy over one that fails.
var validServerName = regexp.MustCompile(
	`^(([*]{1,2}|[*]?[-a-zA-Z0-9_]+([*][-a-zA-Z0-9_]+)*[*]?)[.])*` +
		`([*]{1,2}|[*]?[-a-zA-Z0-9_]+([*][-a-zA-Z0-9_]+)*[*]?)$`)

// serverNames compiles a pattern as SniPattern does: `*` alone is every name,
// `**` one label or more, any other `*` characters of one label.
func serverNames(pattern string) (*regexp.Regexp, error) {
	if !validServerName.MatchString(pattern) {
		return nil, fmt.Errorf("Envoy refuses the server name %q", pattern)
	}
	if pattern == "*" {
		return regexp.Compile(`\A` + allLabels + `\z`)
	}
	// One pass over the text, so that nothing is replaced twice.
	replace := strings.NewReplacer(".", "[.]", "**", allLabels, "*", aLabel)
	return regexp.Compile(`\A` + replace.Replace(strings.ToLower(pattern)) + `\z`)
}
