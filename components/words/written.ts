const rightToLeft = /[\p{Script=Arabic}\p{Script=Hebrew}\p{Script=Syriac}\p{Script=Thaana}\p{Script=Nko}]/u;

/**
 * A name or a reason as somebody wrote it, to stand among other words: in one line, without the characters that nobody sees but that turn
 * the words around, and in a direction of its own where it is of a script that runs from right to left.
 */
export function written(text: string): string {
  const seen = text.replace(/\p{Bidi_Control}/gu, '').replace(/[\p{Cc}\s]+/gu, ' ');
  return rightToLeft.test(seen) ? `\u2068${seen}\u2069` : seen;
}
