import type { Tree } from '../tree.ts'
import { drawTree, type Make } from './elements.ts'

const ENTITIES: Readonly<Record<string, string>> = {
  ...{ '&': '&amp;', '<': '&lt;', '>': '&gt;', '"': '&quot;', "'": '&#39;' },
}

const escaped = (text: string): string => text.replace(/[&<>"']/g, one => ENTITIES[one] ?? one)

/** HTML that is escaped already, unlike a string. */
interface Html {
  readonly html: string
}

/**
 * Writes an element as HTML: a heading, paragraph, item, fact or row in a line of its own, and a list
 * or table around such lines. Leaves out `part`, which has a meaning only in a shadow root.
 */
const writeElement: Make<Html> = (tag, { part: _, ...attributes }, ...children) => {
  const names = Object.entries(attributes).map(([name, value]) => ` ${name}="${escaped(value)}"`)
  const inner = children.map(child => (typeof child === 'string' ? escaped(child) : child.html))
  const isAround = /^(ul|dl|table|thead|tbody)$/.test(tag)
  const hasOwnLine = isAround || /^(h\d|p|li|div|tr)$/.test(tag)
  const start = `<${tag}${names.join('')}>${isAround ? '\n' : ''}`
  const end = tag === 'br' ? '' : `</${tag}>${hasOwnLine ? '\n' : ''}`
  return { html: start + inner.join('') + end }
}

/** Prints a tree as HTML, in a `<section>` with the language. Every value is escaped. */
export const toHtml = (tree: Tree, level: number, language: string): string => {
  const attributes = `lang="${escaped(language)}" data-drawn-from="inventory"`
  const blocks = drawTree(writeElement, tree, level).map(({ html }) => html)
  return `<section class="consent-section" ${attributes}>\n${blocks.join('')}</section>\n`
}
