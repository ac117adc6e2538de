import type { Tree } from '../tree.ts'
import { drawTree, type Make } from './elements.ts'

const ENTITIES: Readonly<Record<string, string>> = {
  ...{ '&': '&amp;', '<': '&lt;', '>': '&gt;', '"': '&quot;', "'": '&#39;' },
}

/** Escapes the characters that have a meaning in HTML, also inside an attribute. */
const escaped = (text: string): string => text.replace(/[&<>"']/g, one => ENTITIES[one] ?? one)

/** An element as HTML. Unlike a string, it is not escaped again. */
interface Html {
  readonly html: string
}

/** Writes an element as HTML, with a line break behind an element that stands in a line of its own. */
const make: Make<Html> = (tag, attributes, ...children) => {
  const names = Object.entries(attributes).map(([name, value]) => ` ${name}="${escaped(value)}"`)
  const inner = children.map(child => (typeof child === 'string' ? escaped(child) : child.html))
  const end = tag === 'br' ? '' : `${inner.join('')}</${tag}>`
  const hasOwnLine = /^(h\d|p|ul|li|dl|div|table|thead|tbody|tr)$/.test(tag)
  return { html: `<${tag}${names.join('')}>${end}${hasOwnLine ? '\n' : ''}` }
}

/**
 * Prints a tree as HTML, in a `<section>` with the language. Every value is escaped, and only
 * `https:`, `http:` and `mailto:` become links.
 *
 * @param level The level of the first heading, from 1 to 5.
 */
export const toHtml = (tree: Tree, language: string, level: number): string => {
  const attributes = `lang="${escaped(language)}" data-drawn-from="inventory"`
  const blocks = drawTree(make, tree, level).map(({ html }) => html)
  return `<section class="consent-section" ${attributes}>\n${blocks.join('')}</section>\n`
}
