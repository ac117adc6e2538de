import { Parser } from 'htmlparser2'
import { addressIn } from '../script/address-in.ts'
import type { ScriptLanguage } from '../script/parse-script.ts'
import { readScript } from '../script/read-script.ts'
import { type FileTraces, readComment } from '../trace.ts'
import { cutExpressions } from './cut-expressions.ts'
import { loadedBy } from './loaded-by.ts'

/** The languages of templates. */
export type TemplateLanguage = 'html' | 'vue' | 'svelte' | 'astro'

/** Matches the attributes whose value is a script: events, and bindings of Vue. */
const SCRIPTED = /^(on[a-z:]|@|:|v-|#)/

/**
 * Matches the kinds of `<script>` that hold no script. Browsers run `text/x-javascript`.
 *
 * @see https://mimesniff.spec.whatwg.org/#javascript-mime-type
 */
const DATA = /json|template|importmap|speculationrules|x-(?!(java|ecma)script)/

/** Matches the script between `---` at the beginning of a component of Astro. */
const FRONT = /^\s*---\r?\n([\s\S]*?)^---/m

/**
 * Reads what a template stores, contacts and imports: scripts, events, expressions, and the
 * addresses that its elements load.
 *
 * @param first The line on which the text begins. @default 1
 * @throws SyntaxError if a `<script>`, or Astro's script between `---`, cannot be parsed.
 */
export const readMarkup = (
  into: FileTraces,
  text: string,
  language: TemplateLanguage,
  first = 1,
): void => {
  const lineAt = (index: number) => text.slice(0, index).split('\n').length + first - 1
  let markup = text
  if (language === 'astro') {
    const front = FRONT.exec(text)
    if (front?.index === 0) {
      const line = lineAt(front[0].indexOf('---')) + 1
      readScript(into, front[1] ?? '', { language: 'tsx', line })
      markup = front[0].replace(/[^\n]/g, ' ') + text.slice(front[0].length)
    }
  }
  if (language === 'astro' || language === 'svelte') {
    const { rest, expressions } = cutExpressions(markup)
    markup = rest
    for (const one of expressions) readExpression(into, one.text, lineAt(one.at))
  }
  readElements(into, markup, lineAt)
}

/** Reads the elements of a template, of Astro and Svelte after `cutExpressions`. */
const readElements = (
  into: FileTraces,
  markup: string,
  lineAt: (index: number) => number,
): void => {
  /** Where the text of a `<script>` begins, and the language of the script. */
  let script: { readonly from: number; readonly language: ScriptLanguage } | undefined
  const parser = new Parser(
    {
      onopentag(name, attributes) {
        const line = lineAt(parser.startIndex)
        const element = name.toLowerCase()
        for (const address of loadedBy(element, attributes)) {
          const what = addressIn(address)
          if (what) into.traces.push({ kind: 'host', what, line })
        }
        for (const [attribute, value] of Object.entries(attributes))
          if (SCRIPTED.test(attribute)) readValue(into, value, line)
        if (element === 'script' && !DATA.test(attributes['type'] ?? '')) {
          const isTyped = /^(ts|typescript|tsx)$/.test(attributes['lang'] ?? '')
          script = { from: parser.endIndex + 1, language: isTyped ? 'typescript' : 'javascript' }
        }
      },
      onclosetag(name) {
        if (name.toLowerCase() !== 'script' || !script) return
        const { from, language } = script
        script = undefined
        if (parser.startIndex > from)
          readScript(into, markup.slice(from, parser.startIndex), { language, line: lineAt(from) })
      },
      oncomment: comment => readComment(into, comment, lineAt(parser.endIndex)),
    },
    { lowerCaseTags: false, lowerCaseAttributeNames: false, recognizeSelfClosing: true },
  )
  parser.end(markup)
}

/** Reads the value of an attribute, an expression or statements. Skips what is neither. */
const readValue = (into: FileTraces, text: string, line: number): void => {
  const place = { language: 'tsx', line } as const
  try {
    readScript(into, text, { ...place, isExpression: true })
  } catch {
    try {
      readScript(into, text, place)
    } catch {
      // Some attributes have a grammar of their own, such as `v-for`.
    }
  }
}

/**
 * Reads an expression between braces. Skips braces without an expression, such as `{:else}` of
 * Svelte.
 */
const readExpression = (into: FileTraces, text: string, line: number): void => {
  // `{#if …}` and `{@html …}` have a word before their expression, `{#each … as …}` also one after.
  const bare = text
    .replace(/^\{\s*[#:@/]\s*\w+(\s+if\b)?/, '{')
    .replace(/\s+(as|then)\s[^}]*\}$/, '}')
  try {
    readScript(into, `<>${bare}</>`, { language: 'tsx', line, isExpression: true })
  } catch {
    // Not every block has an expression, such as `{:else}`.
  }
}
