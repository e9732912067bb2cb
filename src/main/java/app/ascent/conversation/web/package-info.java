@NullMarked
package app.ascent.conversation.web;

import org.jspecify.annotations.NullMarked;
