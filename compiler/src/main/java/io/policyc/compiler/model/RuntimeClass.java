package io.policyc.compiler.model;

/// `runtime class wasmtime-wasi { handler wasmtime }`: a RuntimeClass that the cluster has.
///
/// @param handler what runs its pods, as the nodes' container runtime knows it
/// @param wasm whether the sentence says that the handler runs wasm; whether it is known to do so
///   anyway is for the reader to say
/// @param origin the first sentence that declares it
public record RuntimeClass(String name, String handler, boolean wasm, Origin origin) {}
