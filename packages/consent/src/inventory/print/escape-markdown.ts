/** Escapes the characters that have a meaning in Markdown, its tables or HTML, and joins lines. */
export const escapeMarkdown = (text: string): string =>
  text
    .replace(/[\r\n]+/g, ' ')
    .replace(/[\\`*_{}[\]<>()#+!|~&]|^-/g, '\\$&')
    // A number and a dot would begin a list.
    .replace(/^(\d+)\./, '$1\\.')
