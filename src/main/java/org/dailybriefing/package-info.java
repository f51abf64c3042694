@NullMarked
package org.dailybriefing;

import org.jspecify.annotations.NullMarked;
