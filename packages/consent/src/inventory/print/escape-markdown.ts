/**
 * Escapes a text for Markdown, so that it stays plain text in a paragraph, a heading, an entry of a
 * list, a link or a cell of a table. Line breaks become spaces, and spaces at both ends go.
 *
 * @see https://github.github.com/gfm/#backslash-escapes
 */
export const escapeMarkdown = (text: string): string =>
  text
    .replace(/[\n\r\v\f\x85\u2028\u2029]+/g, ' ')
    // Four spaces or a tab at the beginning would make a block of code.
    .replace(/^[ \t]+|[ \t]+$/g, '')
    .replace(/[\\`*_{}[\]<>()#+!|~&$]|^-/g, '\\$&')
    // A number and a dot would begin a list.
    .replace(/^(\d+)\./, '$1\\.')
    // GitHub makes links of bare addresses. In e-mail addresses a backslash does not stop it.
    // https://github.com/github/cmark-gfm/issues/278
    .replace(/:(?=\/\/)|(?<=www)\./gi, '\\$&')
    .replace(/(?<=\S)@(?=[\w\\-])/g, '<!-- -->@')
