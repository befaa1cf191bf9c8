// Command schema makes the JSON schemas in compiler/src/main/resources/cilium from
// the CRDs in Cilium's own modules:
//
//	cd tests/peers/schema && go run . ../../../compiler/src/main/resources/cilium
//
// The CRD's openAPIV3Schema becomes a schema that refuses what an API server
// refuses, or drops without a word: unknown fields are errors where the CRD
// prunes them, sets have no item twice, the one CEL rule is written out.
// Descriptions and formats that no API server checks are left out.
package main

import (
	"bytes"
	"encoding/json"
	"fmt"
	"os"
	"os/exec"
	"path/filepath"

	"sigs.k8s.io/yaml"
)

var versions = []string{"1.18.5", "1.19.4", "1.20.2"}

const crd = "pkg/k8s/apis/cilium.io/client/crds/v2/ciliumnetworkpolicies.yaml"

func main() {
	if len(os.Args) != 2 {
		fmt.Fprintln(os.Stderr, "usage: go run . FOLDER")
		os.Exit(2)
	}
	for _, version := range versions {
		if err := write(version, os.Args[1]); err != nil {
			fmt.Fprintf(os.Stderr, "Cilium %s: %v\n", version, err)
			os.Exit(1)
		}
	}
}

func write(version, folder string) error {
	module, err := download(version)
	if err != nil {
		return err
	}
	schema, err := read(filepath.Join(module, crd))
	if err != nil {
		return err
	}
	if err := convert(schema, true); err != nil {
		return err
	}
	object(schema)
	text, err := marshal(schema)
	if err != nil {
		return err
	}
	to := filepath.Join(folder, version)
	if err := os.MkdirAll(to, 0o755); err != nil {
		return err
	}
	if err := os.WriteFile(filepath.Join(to, "ciliumnetworkpolicy.json"), text, 0o644); err != nil {
		return err
	}
	license, err := os.ReadFile(filepath.Join(module, "LICENSE"))
	if err != nil {
		return err
	}
	return os.WriteFile(filepath.Join(to, "LICENSE"), license, 0o644)
}

// download returns the folder of a module in the module cache.
func download(version string) (string, error) {
	command := exec.Command("go", "mod", "download", "-json", "github.com/cilium/cilium@v"+version)
	command.Stderr = os.Stderr
	out, err := command.Output()
	if err != nil {
		return "", err
	}
	var module struct{ Dir string }
	return module.Dir, json.Unmarshal(out, &module)
}

func read(path string) (map[string]any, error) {
	text, err := os.ReadFile(path)
	if err != nil {
		return nil, err
	}
	var object struct {
		Spec struct {
			Versions []struct {
				Name   string
				Schema struct{ OpenAPIV3Schema map[string]any }
			}
		}
	}
	if err := yaml.Unmarshal(text, &object); err != nil {
		return nil, err
	}
	for _, version := range object.Spec.Versions {
		if version.Name == "v2" {
			return version.Schema.OpenAPIV3Schema, nil
		}
	}
	return nil, fmt.Errorf("%s has no version v2", path)
}

// convert turns a node of an OpenAPI schema into JSON schema. Only structural
// nodes name fields; what stands below anyOf, oneOf or not merely restricts them.
func convert(node map[string]any, structural bool) error {
	delete(node, "description")
	if node["format"] != "cidr" {
		delete(node, "format")
	}
	if err := extensions(node); err != nil {
		return err
	}
	if _, fields := node["properties"]; structural && fields && node["additionalProperties"] == nil {
		node["additionalProperties"] = false
	}
	for key, value := range node {
		switch key {
		case "properties":
			for name, field := range value.(map[string]any) {
				if err := convert(field.(map[string]any), structural); err != nil {
					return fmt.Errorf("%s: %w", name, err)
				}
			}
		case "items", "additionalProperties", "not":
			if child, ok := value.(map[string]any); ok {
				if err := convert(child, structural && key != "not"); err != nil {
					return fmt.Errorf("%s: %w", key, err)
				}
			}
		case "anyOf", "oneOf", "allOf":
			for _, child := range value.([]any) {
				if err := convert(child.(map[string]any), false); err != nil {
					return fmt.Errorf("%s: %w", key, err)
				}
			}
		}
	}
	return nil
}

func extensions(node map[string]any) error {
	for key, value := range node {
		switch key {
		case "x-kubernetes-list-type":
			if value == "set" {
				node["uniqueItems"] = true
			}
		case "x-kubernetes-validations":
			if err := cel(node, value); err != nil {
				return err
			}
		case "x-kubernetes-preserve-unknown-fields":
			node["additionalProperties"] = true
		case "x-kubernetes-int-or-string", "x-kubernetes-list-map-keys", "x-kubernetes-map-type":
			// Said by anyOf, or about merging objects.
		default:
			if len(key) > 2 && key[:2] == "x-" {
				return fmt.Errorf("%s is not known here", key)
			}
			continue
		}
		delete(node, key)
	}
	return nil
}

func cel(node map[string]any, rules any) error {
	for _, rule := range rules.([]any) {
		if text := rule.(map[string]any)["rule"]; text != "has(self.spec) || has(self.specs)" {
			return fmt.Errorf("the rule %q is not known here", text)
		}
	}
	node["anyOf"] = []any{
		map[string]any{"required": []string{"spec"}},
		map[string]any{"required": []string{"specs"}},
	}
	return nil
}

// object adds what an API server knows of every object.
func object(schema map[string]any) {
	schema["$schema"] = "https://json-schema.org/draft/2020-12/schema"
	schema["required"] = []string{"apiVersion", "kind", "metadata"}
	fields := schema["properties"].(map[string]any)
	fields["apiVersion"] = map[string]any{"const": "cilium.io/v2"}
	fields["kind"] = map[string]any{"const": "CiliumNetworkPolicy"}
	text := map[string]any{"type": "string"}
	texts := map[string]any{"type": "object", "additionalProperties": text}
	fields["metadata"] = map[string]any{
		"type":     "object",
		"required": []string{"name"},
		"properties": map[string]any{
			"name": text, "namespace": text, "labels": texts, "annotations": texts,
		},
	}
}

func marshal(schema map[string]any) ([]byte, error) {
	var text bytes.Buffer
	encoder := json.NewEncoder(&text)
	encoder.SetEscapeHTML(false)
	encoder.SetIndent("", " ")
	err := encoder.Encode(schema)
	return text.Bytes(), err
}
