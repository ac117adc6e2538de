// @vitest-environment happy-dom
import { expect, onTestFinished, test, vi } from 'vitest'
import { answerScripts } from '../../../../../test/support/answer-scripts.ts'
import { BLOCKED, startBlocking } from '../../../../../test/support/start-blocking.ts'

answerScripts()

/** The attribute in which each element of a template has a blocked address. */
const CLONED: readonly (readonly [string, string])[] = [
  [`<img src="${BLOCKED}">`, 'src'],
  [`<img srcset="/own.png 1x, ${BLOCKED} 2x">`, 'srcset'],
  [`<picture><source srcset="${BLOCKED}"></picture>`, 'srcset'],
  [`<video src="${BLOCKED}"></video>`, 'src'],
  [`<video poster="${BLOCKED}"></video>`, 'poster'],
  [`<video><source src="${BLOCKED}"></video>`, 'src'],
  [`<video><track src="${BLOCKED}"></video>`, 'src'],
  [`<audio src="${BLOCKED}"></audio>`, 'src'],
  [`<link rel="preload" href="${BLOCKED}">`, 'href'],
  [`<link rel="preload" as="image" imagesrcset="${BLOCKED}">`, 'imagesrcset'],
  [`<embed src="${BLOCKED}">`, 'src'],
  [`<object data="${BLOCKED}"></object>`, 'data'],
  [`<input type="image" src="${BLOCKED}">`, 'src'],
  [`<iframe src="${BLOCKED}"></iframe>`, 'src'],
  [`<svg><image href="${BLOCKED}"></image></svg>`, 'href'],
  [`<svg><image xlink:href="${BLOCKED}"></image></svg>`, 'xlink:href'],
]

/**
 * Returns an element that stands in for the clone of a template: it belongs to another document, and
 * no interceptor has seen it. Call this function before `startBlocking()`, which intercepts `innerHTML`. A
 * real clone made after `startBlocking()` would not do, since happy-dom clones by methods that are
 * intercepted.
 */
const cloneOf = (html: string): Element => {
  const content = document.implementation.createHTMLDocument('').createElement('div')
  content.innerHTML = html
  return content
}

/** Each way to insert such a clone after the interceptors have started. */
const CLONES: readonly (readonly [string, (clone: Element) => () => Element])[] = [
  ['put in', clone => () => document.body.appendChild(clone)],
  [
    'inserted as a fragment',
    clone => {
      const fragment = document.createDocumentFragment()
      fragment.append(...clone.childNodes)
      // As in browsers; in happy-dom every fragment belongs to the page's document.
      Object.defineProperty(fragment, 'ownerDocument', { value: clone.ownerDocument })
      return () => {
        document.body.replaceChildren(fragment)
        return document.body
      }
    },
  ],
  ...(['importNode', 'adoptNode'] as const).map(
    method =>
      [
        `made the page's by ${method}`,
        (clone: Element) => {
          // In happy-dom a superclass has the method, not `Document`.
          const make = vi.spyOn(Document.prototype, method).mockReturnValue(clone)
          onTestFinished(() => make.mockRestore())
          return () => Document.prototype[method].call(document, clone) as Element
        },
      ] as const,
  ),
]

test.each(
  CLONED.flatMap(([html, attribute]) => CLONES.map(clone => [html, attribute, ...clone] as const)),
)('the clone %s has no blocked %s when it is %s', (html, attribute, _, bring) => {
  const put = bring(cloneOf(html))
  startBlocking()
  const there = put()
  const [element] = there.querySelectorAll('[data-consent]')
  expect(element?.hasAttribute(attribute)).toBe(false)
  expect(there.innerHTML.replace(/ data-[\w:]+="[^"]*"/g, '')).not.toContain(BLOCKED)
})

test.each(CLONES)(
  'a script in a clone of a template is blocked when the clone is %s',
  (_, bring) => {
    const put = bring(cloneOf(`<p><script src="${BLOCKED}"></script></p>`))
    startBlocking()
    const [blocked] = put().querySelectorAll('script')
    expect(blocked?.getAttribute('type')).toBe('text/plain')
    expect(blocked?.dataset['consent']).toBe('analytics')
  },
)

test.each(CLONES)(
  'a clone of a template without a blocked address is unchanged when %s',
  (_, bring) => {
    const html = `<img src="/own.png"><video poster="/own.png"></video><a href="${BLOCKED}">there</a>`
    const put = bring(cloneOf(html))
    startBlocking()
    expect(put().innerHTML).toBe(html)
  },
)
