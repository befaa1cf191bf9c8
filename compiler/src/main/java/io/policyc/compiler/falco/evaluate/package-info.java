/// What a Falco condition says of an event, as Falco 0.44.1 answers it (libs 0.25.4).
///
/// Source: userspace/libsinsp/sinsp_filtercheck.cpp, filter_compare.cpp, sinsp_filtercheck_fd.cpp,
/// prefix_search.h and value_parser.cpp of falcosecurity/libs, and verdicts recorded from Falco
/// 0.44.1, which win.
@NullMarked
package io.policyc.compiler.falco.evaluate;

import org.jspecify.annotations.NullMarked;
