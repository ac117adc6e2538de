/** An expression between braces in the markup of Astro and Svelte. */
export interface CutExpression {
  /** The text with its braces. */
  readonly text: string
  /** The index of the opening brace. */
  readonly at: number
}

/** Matches parts whose braces are not of the template: scripts, styles and comments. */
const OTHER = /<(script|style)\b[^>]*>[\s\S]*?<\/\1\s*>|<!--[\s\S]*?-->/gi

/** Matches a text in quotes or a block comment of JavaScript, in which a brace opens nothing. */
const LITERAL = /^('(?:\\.|[^'\\\n])*'|"(?:\\.|[^"\\\n])*"|\/\*[\s\S]*?\*\/)/

/**
 * Cuts the expressions out of a template, because a parser of HTML would read `=>` as the end of a
 * tag. The letter x replaces an expression's characters but line breaks, so that lines stay in
 * place.
 */
export const cutExpressions = (
  markup: string,
): { readonly rest: string; readonly expressions: readonly CutExpression[] } => {
  const skipped = [...markup.matchAll(OTHER)].map(({ index, 0: text }) => [
    index,
    index + text.length,
  ])
  const expressions: CutExpression[] = []
  let rest = ''
  let at = 0
  while (at < markup.length) {
    const other = skipped.find(([from]) => from === at)
    const end = other?.[1] ?? (markup[at] === '{' ? endOf(markup, at) : undefined) ?? at + 1
    const text = markup.slice(at, end)
    if (!other && text.length > 1) {
      expressions.push({ text, at })
      rest += text.replace(/[^\n]/g, 'x')
    } else rest += text
    at = end
  }
  return { rest, expressions }
}

/** Returns the index after the brace that closes the one at `from`; `undefined` if none does. */
const endOf = (text: string, from: number): number | undefined => {
  let depth = 0
  for (let at = from; at < text.length; at += 1) {
    const letter = text[at] ?? ''
    const literal = /['"/]/.test(letter) ? LITERAL.exec(text.slice(at))?.[0] : undefined
    if (literal) at += literal.length - 1
    else if (letter === '`') at = text.indexOf('`', at + 1)
    else if (letter === '{') depth += 1
    else if (letter === '}') depth -= 1
    if (at < 0) return undefined
    if (!depth) return at + 1
  }
  return undefined
}
