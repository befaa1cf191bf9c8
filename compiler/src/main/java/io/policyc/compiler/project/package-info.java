/// What a compile reads: sources with their imports, and the settings of `policyc.toml`.
///
/// Nothing here touches a file itself: a `SourceReader` does, which the command line implements
/// with the disk and a test with a map.
@NullMarked
package io.policyc.compiler.project;

import org.jspecify.annotations.NullMarked;
