// @vitest-environment happy-dom
import { expect, onTestFinished, test, vi } from 'vitest'
import { answerScripts } from '../../../../../test/support/answer-scripts.ts'
import { BLOCKED, startBlocking } from '../../../../../test/support/start-blocking.ts'
import { startInterceptors } from './start-interceptors.ts'

answerScripts()

/** Creates a script that got its address before the interceptors started. */
const script = (address = BLOCKED): HTMLScriptElement => {
  const element = document.createElement('script')
  element.src = address
  return element
}

/** Inserts an element with one child. */
const place = (): { readonly parent: HTMLElement; readonly child: HTMLElement } => {
  document.body.innerHTML = '<main><p></p></main>'
  const [parent, child] = document.querySelectorAll<HTMLElement>('main, p')
  return { parent: parent as HTMLElement, child: child as HTMLElement }
}

/** Each way to insert a node. */
const WAYS: readonly (readonly [string, (node: Node) => unknown])[] = [
  ['appendChild', node => place().parent.appendChild(node)],
  [
    'insertBefore',
    node => {
      const { parent, child } = place()
      parent.insertBefore(node, child)
    },
  ],
  [
    'replaceChild',
    node => {
      const { parent, child } = place()
      parent.replaceChild(node, child)
    },
  ],
  ['append', node => place().parent.append('text', node)],
  ['prepend', node => place().parent.prepend(node)],
  ['replaceChildren', node => place().parent.replaceChildren(node)],
  ['before', node => place().child.before(node)],
  ['after', node => place().child.after(node)],
  ['replaceWith', node => place().child.replaceWith(node)],
  [
    'insertAdjacentElement',
    node => place().child.insertAdjacentElement('afterend', node as Element),
  ],
]

test.each(WAYS)('a script with a blocked address is blocked when inserted by %s', (_, insert) => {
  const element = script()
  startBlocking()
  insert(element)
  expect(element.isConnected).toBe(true)
  expect(element.parentNode?.nodeName).toBe('MAIN')
  expect(element.type).toBe('text/plain')
  expect(element.dataset['consent']).toBe('analytics')
  expect(element.getAttribute('src')).toBe(BLOCKED)
})

test.each(WAYS)('a script with another address is inserted unchanged by %s', (_, insert) => {
  const element = script('/own.js')
  startBlocking()
  insert(element)
  expect(element.isConnected).toBe(true)
  expect(element.getAttributeNames()).toEqual(['src'])
})

test.each(WAYS)('a script with a granted address is inserted unchanged by %s', (_, insert) => {
  const element = script()
  startBlocking().allow()
  insert(element)
  expect(element.getAttributeNames()).toEqual(['src'])
})

test('insertBefore and replaceChild leave a script unchanged that is in the page already', () => {
  const reference = script()
  const { parent, child } = place()
  parent.append(reference)
  startBlocking()
  parent.insertBefore(script('/own.js'), reference)
  parent.replaceChild(child, reference)
  expect(reference.getAttributeNames()).toEqual(['src'])
  // The same call blocks the script that it inserts.
  const inserted = script()
  parent.insertBefore(inserted, child)
  expect(inserted.type).toBe('text/plain')
})

test('an intercepted built-in returns the original result', () => {
  startBlocking()
  const { parent, child } = place()
  const element = script('/own.js')
  expect(parent.appendChild(element)).toBe(element)
  expect(parent.replaceChild(element, child)).toBe(child)
  expect(parent.insertAdjacentElement('afterend', element)).toBe(element)
  expect(() => parent.insertBefore(element, child)).toThrow()
})

test('scripts and iframes in a subtree of another document are blocked at any depth', () => {
  const template = document.createElement('template')
  template.innerHTML = `<div><script src="${BLOCKED}"></script><iframe src="${BLOCKED}"></iframe></div>`
  startBlocking()
  const { parent } = place()
  const other = document.implementation.createHTMLDocument('')
  const piece = other.createElement('div')
  piece.innerHTML = template.innerHTML
  parent.append(piece)
  const [blocked, frame] = parent.querySelectorAll<HTMLElement>('script, iframe')
  expect(blocked?.getAttribute('type')).toBe('text/plain')
  expect(frame?.hasAttribute('src')).toBe(false)
  expect(frame?.dataset).toMatchObject({ src: BLOCKED, consent: 'analytics' })
})

test.each(WAYS)(
  'an iframe that a parser has created is blocked when inserted by %s',
  (_, insert) => {
    const box = document.createElement('div')
    box.innerHTML = `<iframe src="${BLOCKED}"></iframe>`
    const [frame] = box.children
    startBlocking()
    insert(frame as Element)
    expect(frame?.isConnected).toBe(true)
    expect(frame?.hasAttribute('src')).toBe(false)
    expect((frame as HTMLElement).dataset).toMatchObject({ src: BLOCKED, consent: 'analytics' })
  },
)

test.each(['div', 'img'])('an image of another document is blocked when inserted in a %s', name => {
  startBlocking()
  const { parent } = place()
  const piece = document.implementation.createHTMLDocument('').createElement('div')
  piece.innerHTML = `<img src="${BLOCKED}"><img src="/own.png">`
  parent.append(name === 'div' ? piece : (piece.firstChild as Node))
  const [image, own] = parent.querySelectorAll('img')
  expect(image?.hasAttribute('src')).toBe(false)
  expect(image?.dataset).toMatchObject({ src: BLOCKED, consent: 'analytics' })
  if (own) expect(own.getAttributeNames()).toEqual(['src'])
})

test('a script with data-consent and without type="text/plain" is blocked', () => {
  startBlocking()
  const other = document.implementation.createHTMLDocument('')
  other.body.innerHTML = `<p><script data-consent="analytics" src="${BLOCKED}"></script></p>`
  const [piece] = other.body.children
  document.body.replaceChildren(piece as Element)
  expect(document.querySelector('script')?.getAttribute('type')).toBe('text/plain')
})

/** Starts interceptors, and counts the calls of `look`. */
const startLooking = () => {
  const look = vi.fn()
  onTestFinished(
    startInterceptors({
      blockingAddress: () => undefined,
      blocksCookie: () => false,
      watch() {},
      look,
    }),
  )
  return async (): Promise<number> => {
    look.mockClear()
    await new Promise(resolve => setTimeout(resolve))
    return look.mock.calls.length
  }
}

test.each<[string, (parent: HTMLElement) => unknown]>([
  ['append', parent => parent.append('text')],
  [
    'innerHTML',
    parent => {
      parent.innerHTML = '<b></b>'
    },
  ],
  [
    'outerHTML',
    parent => {
      parent.outerHTML = '<b></b>'
    },
  ],
  ['insertAdjacentHTML', parent => parent.insertAdjacentHTML('beforeend', '<b></b>')],
])('look is called soon after an insertion by %s', async (_, insert) => {
  const { parent } = place()
  const looked = startLooking()
  expect(await looked()).toBe(0)
  insert(parent)
  expect(await looked()).toBe(1)
})

test('look is called once for any number of insertions in one task', async () => {
  const { parent } = place()
  const looked = startLooking()
  for (let count = 0; count < 100; count += 1) parent.append(document.createElement('b'))
  expect(await looked()).toBe(1)
  expect(await looked()).toBe(0)
})

test('look is called by the browser’s own timer when zone.js has replaced setTimeout', async () => {
  const { parent } = place()
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
