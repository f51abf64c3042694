/** An issue as the reader sees it: the mail in HTML and in plain text, frozen at approval. */
@NullMarked
package org.dailybriefing.render;

import org.jspecify.annotations.NullMarked;
