// A loader for the build: of Cloudscape's eight fonts, which are in its style sheet as text, leaves the two that the console shows.
// The browser paints nothing before it has that sheet.
module.exports = (css) =>
  css.replace(/@font-face\s*{[^}]*}/g, (face) =>
    /font-style:\s*normal/.test(face) && /font-weight:\s*(400|700)\b/.test(face) ? face : '',
  );
