// @vitest-environment happy-dom
import { expect, onTestFinished, test, vi } from 'vitest'
import { answerScripts } from '../../../../../test/support/answer-scripts.ts'
import { BLOCKED, startBlocking } from '../../../../../test/support/start-blocking.ts'
import { startInterceptors } from './start-interceptors.ts'

// Every way to insert nodes of another document, such as importNode, is tested in browsers with the
// tables of `test/support/ways-in`.

answerScripts()

/** Creates an element that got its address before the interceptors started. */
const element = (name: 'script' | 'iframe', address = BLOCKED): HTMLElement => {
  const box = document.createElement('div')
  box.innerHTML = `<${name} src="${address}"></${name}>`
  return box.firstChild as HTMLElement
}

/** Inserts an element with one child. */
const place = (): readonly [parent: HTMLElement, child: HTMLElement] => {
  document.body.innerHTML = '<main><p></p></main>'
  const [parent, child] = document.querySelectorAll<HTMLElement>('main, p')
  return [parent as HTMLElement, child as HTMLElement]
}

type Insert = (node: Element, parent: Element, child: Element) => unknown

/** The ways to insert a node. */
const WAYS: Readonly<Record<string, Insert>> = {
  appendChild: (node, parent) => parent.appendChild(node),
  insertBefore: (node, parent, child) => parent.insertBefore(node, child),
  replaceChild: (node, parent, child) => parent.replaceChild(node, child),
  append: (node, parent) => parent.append('text', node),
  prepend: (node, parent) => parent.prepend(node),
  replaceChildren: (node, parent) => parent.replaceChildren(node),
  before: (node, _, child) => child.before(node),
  after: (node, _, child) => child.after(node),
  replaceWith: (node, _, child) => child.replaceWith(node),
  insertAdjacentElement: (node, _, child) => child.insertAdjacentElement('afterend', node),
}

test.each(Object.entries(WAYS))(
  'an element that got a blocked address earlier is blocked when inserted by %s',
  (_, insert) => {
    const [script, frame, own, granted] = [
      ...[element('script'), element('iframe')],
      ...[element('script', '/own.js'), element('script')],
    ] as const
    const { allow } = startBlocking()
    for (const node of [script, frame, own]) {
      insert(node, ...place())
      expect(node.parentNode?.nodeName).toBe('MAIN')
    }
    expect(script.getAttribute('type')).toBe('text/plain')
    expect(script.getAttribute('src')).toBe(BLOCKED)
    expect(script.dataset['consent']).toBe('analytics')
    expect(frame.hasAttribute('src')).toBe(false)
    expect(frame.dataset).toMatchObject({ src: BLOCKED, consent: 'analytics' })
    expect(own.getAttributeNames()).toEqual(['src'])
    allow()
    insert(granted, ...place())
    expect(granted.getAttributeNames()).toEqual(['src'])
  },
)

test('insertBefore and replaceChild leave a script unchanged that is in the page already', () => {
  const [reference, inserted] = [element('script'), element('script')]
  const [parent, child] = place()
  parent.append(reference)
  startBlocking()
  parent.insertBefore(element('script', '/own.js'), reference)
  parent.replaceChild(child, reference)
  expect(reference.getAttributeNames()).toEqual(['src'])
  // The same call blocks the script that it inserts.
  parent.insertBefore(inserted, child)
  expect(inserted.getAttribute('type')).toBe('text/plain')
})

test('an intercepted built-in returns the original result', () => {
  startBlocking()
  const [parent, child] = place()
  const script = element('script', '/own.js')
  expect(parent.appendChild(script)).toBe(script)
  expect(parent.replaceChild(script, child)).toBe(child)
  expect(parent.insertAdjacentElement('afterend', script)).toBe(script)
  expect(() => parent.insertBefore(script, child)).toThrow()
})

test('elements of another document are blocked at any depth, as the clones of a template, and others are unchanged', () => {
  const clone = document.implementation.createHTMLDocument('').createElement('div')
  const own = `<img src="/own.png"><video poster="/own.png"></video><a href="${BLOCKED}">there</a>`
  clone.innerHTML = `${own}<p><script data-consent="analytics" src="${BLOCKED}"></script></p>
    <picture><source srcset="/own.png 1x, ${BLOCKED} 2x"></picture>
    <p><iframe src="${BLOCKED}"></iframe></p><img src="${BLOCKED}">`
  startBlocking()
  document.body.replaceChildren(clone)
  expect(clone.querySelector('script')?.getAttribute('type')).toBe('text/plain')
  const blocked = [...clone.querySelectorAll('[data-consent="analytics"]')]
  expect(blocked.map(({ localName }) => localName)).toEqual(['script', 'source', 'iframe', 'img'])
  for (const element of blocked.slice(1))
    expect([element.hasAttribute('src'), element.hasAttribute('srcset')]).toEqual([false, false])
  expect(clone.innerHTML.startsWith(own)).toBe(true)
})

/** Starts interceptors, and counts the calls of `look`. */
const startLooking = () => {
  const look = vi.fn()
  onTestFinished(
    startInterceptors({ blockingAddress: () => undefined, blocksCookie: () => false, look }),
  )
  return async (): Promise<number> => {
    look.mockClear()
    await new Promise(resolve => setTimeout(resolve))
    return look.mock.calls.length
  }
}

test.each<[string, (parent: HTMLElement) => unknown]>([
  ['append', parent => parent.append('text')],
  ['innerHTML', parent => Object.assign(parent, { innerHTML: '<b></b>' })],
  ['outerHTML', parent => Object.assign(parent, { outerHTML: '<b></b>' })],
  ['insertAdjacentHTML', parent => parent.insertAdjacentHTML('beforeend', '<b></b>')],
])('look is called soon after an insertion by %s', async (_, insert) => {
  const [parent] = place()
  const looked = startLooking()
  expect(await looked()).toBe(0)
  insert(parent)
  expect(await looked()).toBe(1)
})

test('look is called once for any number of insertions in one task', async () => {
  const [parent] = place()
  const looked = startLooking()
  for (let count = 0; count < 100; count += 1) parent.append(document.createElement('b'))
  expect(await looked()).toBe(1)
  expect(await looked()).toBe(0)
})

test('look is called by the browser’s own timer when zone.js has replaced setTimeout', async () => {
  const [parent] = place()
  const looked = startLooking()
  const { setTimeout } = window
  const angulars = vi.fn(setTimeout)
  vi.stubGlobal('setTimeout', angulars)
  vi.stubGlobal('__zone_symbol__setTimeout', setTimeout)
  onTestFinished(() => void vi.unstubAllGlobals())
  parent.append('text')
  expect(angulars).not.toHaveBeenCalled()
  expect(await looked()).toBe(1)
})
