/// What Falco 0.44.1 knows of fields and events: names, types, arguments, parameters.
@NullMarked
package io.policyc.compiler.falco.fields;

import org.jspecify.annotations.NullMarked;
