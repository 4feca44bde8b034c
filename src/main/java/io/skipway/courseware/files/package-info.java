/** Markdown and YAML to records, with the line of every problem. */
@NullMarked
package io.skipway.courseware.files;

import org.jspecify.annotations.NullMarked;
