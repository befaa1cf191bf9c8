/// YAML as yaml-cpp reads it for Falco, which differs from what others read: a text that goes on
/// after a document's end begins another one, a key that stands twice keeps its first value, and
/// only `~`, `null`, `Null` and `NULL` without quotes are null. Every character of a scalar knows
/// where it stands, so that findings inside conditions can point at it.
@NullMarked
package io.policyc.compiler.falco.yaml;

import org.jspecify.annotations.NullMarked;
