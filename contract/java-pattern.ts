/**
 * A pattern of the model, written for Java, as a JavaScript expression that must match the whole value.
 * Where the dialects differ: Java's `\s` and `\S` know only ASCII white space, its `.` stops at U+0085 too,
 * and it reads escaped surrogate pairs and text by code points.
 */
export function wholeValue(javaPattern: string): RegExp {
  return new RegExp(`^(?:${translate(javaPattern)})$`, 'u');
}

const asciiSpace = ' \\t\\n\\v\\f\\r';

/** Goes through the pattern once, as the meaning of `.` and `\s` depends on whether a class is open. */
function translate(javaPattern: string): string {
  let inClass = false;
  return javaPattern.replace(/\\.|[.[\]]/g, (token) => {
    switch (token) {
      case '[':
        inClass = true;
        return token;
      case ']':
        inClass = false;
        return token;
      case '.':
        return inClass ? token : '[^\\n\\r\\u0085\\u2028\\u2029]';
      case '\\s':
        return inClass ? asciiSpace : `[${asciiSpace}]`;
      case '\\S':
        if (inClass) throw new Error(`Cannot translate \\S inside a class: ${javaPattern}`);
        return `[^${asciiSpace}]`;
      default:
        return token;
    }
  });
}
