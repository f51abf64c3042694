/** What a proof-reader would mark in an issue before it goes out. */
@NullMarked
package org.dailybriefing.render.proof;

import org.jspecify.annotations.NullMarked;
