/** The command line, one class per verb. */
@NullMarked
package org.dailybriefing.cli;

import org.jspecify.annotations.NullMarked;
