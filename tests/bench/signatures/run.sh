#!/bin/sh
# Verifies real bundles with policyc and sigstore-java 2.0.0 in one warm JVM, in turn.
# Needs `mvn -pl cli -am package` before; fetches sigstore-java into target/bench-signatures.
set -eu
cd "$(dirname "$0")/../../.."
out=target/bench-signatures
mkdir -p "$out/jars" "$out/classes"
mvn -B -q -f tests/bench/signatures/pom.xml \
  org.apache.maven.plugins:maven-dependency-plugin:3.8.1:copy-dependencies \
  -DoutputDirectory="$PWD/$out/jars" -DincludeScope=runtime
classpath="cli/target/policyc/lib/*:$out/jars/*"
javac -d "$out/classes" -cp "$classpath" tests/bench/signatures/Warm.java
real=signatures/src/test/resources/io/policyc/signatures/sigstore/real
public=$(ls signatures/src/main/resources/sigstore/public-good/*/trusted_root.json)
conda=sha256:54303491a8418fbed24344b513546182c29b43bf282ceb433af65e2299f9271f
java --sun-misc-unsafe-memory-access=allow -cp "$out/classes:$classpath" Warm \
  "$real/cosign-3-blob.json" "$public" \
  sha256:e194b99df6639501325c5f44da79fe3a8efae6f239bd79443a19787e06fb1764 \
  "$real/conda-rekor1.json" "$public" "$conda" \
  "$real/conda-rekor2.json" "$real/root-staging-two-intermediates.json" "$conda"
