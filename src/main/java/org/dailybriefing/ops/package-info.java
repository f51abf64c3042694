/** What an edition's day is made of: compile, deadline, send; and how the house is doing. */
@NullMarked
package org.dailybriefing.ops;

import org.jspecify.annotations.NullMarked;
