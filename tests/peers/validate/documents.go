// Package validate asks one release of Cilium what it thinks of policy
// documents: first the schema of its CRDs, as an API server would, and then
// the Sanitize rules that the agent and the operator run after admission.
//
// The package compiles unchanged against every release that policyc aims at;
// which release answers is decided by the main module that requires it.
package validate

import (
	"bufio"
	"bytes"
	"errors"
	"fmt"
	"io"
	"strings"

	utilyaml "k8s.io/apimachinery/pkg/util/yaml"
	"sigs.k8s.io/yaml"
)

// Document is one document of a YAML stream.
type Document struct {
	// Index counts the documents of the stream that are not empty, from 0.
	Index int
	// JSON is the document as the API server would see it.
	JSON []byte
	// Err is set, and JSON empty, when the text is not YAML or repeats a key.
	Err error
}

// Documents splits a YAML stream. Documents with nothing but comments are left
// out, as kubectl does.
func Documents(text string) []Document {
	var documents []Document
	reader := utilyaml.NewYAMLReader(bufio.NewReader(strings.NewReader(text)))
	for {
		raw, err := reader.Read()
		if errors.Is(err, io.EOF) {
			return documents
		}
		if err != nil {
			return append(documents, Document{Index: len(documents), Err: err})
		}
		// Strict, because the API server refuses duplicate keys when asked to
		// validate, and a policy that says a thing twice is never what was meant.
		text, err := yaml.YAMLToJSONStrict(raw)
		if err == nil && bytes.Equal(bytes.TrimSpace(text), []byte("null")) {
			continue
		}
		if err != nil {
			err = fmt.Errorf("not YAML: %w", err)
			text = nil
		}
		documents = append(documents, Document{Index: len(documents), JSON: text, Err: err})
	}
}
