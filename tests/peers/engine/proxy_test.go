package engine

import "testing"

// The rows of the table in cilium/proxy's comment on SniPattern.
func TestServerNames(t *testing.T) {
	for _, row := range []struct {
		pattern, name string
		want          bool
	}{
		{"*.cilium.io", "www.cilium.io", true},
		{"*.cilium.io", "cilium.io", false},
		{"*.cilium.io", "foo.bar.cilium.io", false},
		{"*cilium.io", "cilium.io", true},
		{"*cilium.io", "sub-cilium.io", true},
		{"*cilium.io", "www.cilium.io", false},
		{"sub*.cilium.io", "subdomain.cilium.io", true},
		{"sub*.cilium.io", "blog.sub.cilium.io", false},
		{"**.cilium.io", "test.app.cilium.io", true},
		{"**.cilium.io", "cilium.io", false},
		{"*", "a.b.c", true},
		{"A.example", "a.example", true},
	} {
		names, err := serverNames(row.pattern)
		if err != nil {
			t.Fatal(err)
		}
		if got := names.MatchString(row.name); got != row.want {
			t.Errorf("%s on %s: %v", row.pattern, row.name, got)
		}
	}
	for _, pattern := range []string{"a.example.", "***.example", "a**.example", "a..b"} {
		if _, err := serverNames(pattern); err == nil {
			t.Errorf("%s is accepted", pattern)
		}
	}
}

// A rule that does not match is passed over, whatever its precedence; a refusal
// that matches is final.
func TestFallThrough(t *testing.T) {
	ok := httpRule{Headers: []headerRule{{Name: ":path", Regex: "/ok"}}}
	proxy, err := newProxyPolicy([]portPolicy{
		{Port: 80, EndPort: 90, Rules: []rule{{Precedence: 9, Remotes: []uint32{1, 2, 3}, HTTP: []httpRule{ok}}}},
		{Port: 0, Rules: []rule{{Precedence: 1, Remotes: []uint32{2}}, {Precedence: 10, Deny: true, Remotes: []uint32{3}}}},
	})
	if err != nil {
		t.Fatal(err)
	}
	for _, row := range []struct {
		remote uint32
		port   uint16
		path   string
		want   bool
	}{
		{1, 80, "/ok", true},
		{1, 80, "/okay", false},
		{2, 85, "/no", true},
		{3, 90, "/ok", false},
		{4, 80, "/ok", false},
		{1, 91, "/no", true}, // no HTTP rules there: the policy map has decided
	} {
		headers := exchange{Method: "GET", Path: row.path}.headers()
		if got := proxy.http(row.port, row.remote, headers); got != row.want {
			t.Errorf("%+v: %v", row, got)
		}
	}
}
