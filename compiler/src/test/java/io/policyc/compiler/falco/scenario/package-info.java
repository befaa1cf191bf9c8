/// A small model of a machine: which fields an event has in Falco 0.44.1 after what processes did.
///
/// It is held to the recording: `ScenarioTest` compares every field of every recorded event.
@NullMarked
package io.policyc.compiler.falco.scenario;

import org.jspecify.annotations.NullMarked;
