package io.policyc.cli.check;

import io.policyc.policies.admission.Reviewed;

/// The objects of a run, and what becomes of them.
record Judged(Input input, Reviewed reviewed) {}
