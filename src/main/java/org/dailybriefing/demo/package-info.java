/** Sample feeds served by the program itself, and a first round through the whole house. */
@NullMarked
package org.dailybriefing.demo;

import org.jspecify.annotations.NullMarked;
