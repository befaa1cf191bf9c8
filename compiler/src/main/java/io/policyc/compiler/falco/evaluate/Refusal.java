package io.policyc.compiler.falco.evaluate;

/// Why a condition is not asked: Falco refuses it, or dies of it.
///
/// @param reason one sentence, lower-case, no full stop
/// @param at where, as in [io.policyc.compiler.falco.condition.Condition#at]
public record Refusal(String reason, int at) implements Prepared {}
