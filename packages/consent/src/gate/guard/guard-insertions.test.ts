// @vitest-environment happy-dom
import { expect, onTestFinished, test, vi } from 'vitest'
import { startGuard } from './guard.ts'

const REFUSED = 'https://www.google-analytics.com/g/collect?v=2'

// Nothing is loaded.
const { happyDOM } = window as unknown as { happyDOM: { settings: Record<string, unknown> } }
Object.assign(happyDOM.settings, {
  disableJavaScriptFileLoading: true,
  handleDisabledFileLoadingAsSuccess: true,
})

/** Starts a guard that refuses one host until it is told to allow it. */
const start = () => {
  let category: string | undefined = 'analytics'
  const deniedAt = ({ hostname }: URL) =>
    hostname === 'www.google-analytics.com' ? category : undefined
  onTestFinished(startGuard({ deniedAt, isCookieRefused: () => false, watch() {}, look() {} }))
  return {
    allow: () => {
      category = undefined
    },
  }
}

/** A script that has got its address before anybody was there to look. */
const script = (address = REFUSED): HTMLScriptElement => {
  const element = document.createElement('script')
  element.src = address
  return element
}

/** An element in the page, with one child. */
const place = (): { readonly parent: HTMLElement; readonly child: HTMLElement } => {
  document.body.innerHTML = '<main><p></p></main>'
  const [parent, child] = document.querySelectorAll<HTMLElement>('main, p')
  return { parent: parent as HTMLElement, child: child as HTMLElement }
}

/** Each way to put a node into a page. */
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

test.each(WAYS)('a script with a refused address is held when it comes by %s', (_, insert) => {
  const element = script()
  start()
  insert(element)
  expect(element.isConnected).toBe(true)
  expect(element.parentNode?.nodeName).toBe('MAIN')
  expect(element.type).toBe('text/plain')
  expect(element.dataset['consent']).toBe('analytics')
  expect(element.getAttribute('src')).toBe(REFUSED)
})

test.each(WAYS)('any other script is put in as it is by %s', (_, insert) => {
  const element = script('/own.js')
  start()
  insert(element)
  expect(element.isConnected).toBe(true)
  expect(element.getAttributeNames()).toEqual(['src'])
})

test.each(WAYS)('what is allowed is put in as it is by %s', (_, insert) => {
  const element = script()
  start().allow()
  insert(element)
  expect(element.getAttributeNames()).toEqual(['src'])
})

test('a built-in gives what it gave', () => {
  start()
  const { parent, child } = place()
  const element = script('/own.js')
  expect(parent.appendChild(element)).toBe(element)
  expect(parent.replaceChild(element, child)).toBe(child)
  expect(parent.insertAdjacentElement('afterend', element)).toBe(element)
  expect(() => parent.insertBefore(element, child)).toThrow()
})

test('scripts and frames that come in a piece of another document are held, however deep', () => {
  const template = document.createElement('template')
  template.innerHTML = `<div><script src="${REFUSED}"></script><iframe src="${REFUSED}"></iframe></div>`
  start()
  const { parent } = place()
  const other = document.implementation.createHTMLDocument('')
  const piece = other.createElement('div')
  piece.innerHTML = template.innerHTML
  parent.append(piece)
  const [held, frame] = parent.querySelectorAll<HTMLElement>('script, iframe')
  expect(held?.getAttribute('type')).toBe('text/plain')
  expect(frame?.hasAttribute('src')).toBe(false)
  expect(frame?.dataset).toMatchObject({ src: REFUSED, consent: 'analytics' })
})

test.each(WAYS)(
  'a frame that got its address from a parser is held when it comes by %s',
  (_, insert) => {
    const box = document.createElement('div')
    box.innerHTML = `<iframe src="${REFUSED}"></iframe>`
    const [frame] = box.children
    start()
    insert(frame as Element)
    expect(frame?.isConnected).toBe(true)
    expect(frame?.hasAttribute('src')).toBe(false)
    expect((frame as HTMLElement).dataset).toMatchObject({ src: REFUSED, consent: 'analytics' })
  },
)

test.each(['div', 'img'])('an image of another document is held when it comes in a %s', name => {
  start()
  const { parent } = place()
  const piece = document.implementation.createHTMLDocument('').createElement('div')
  piece.innerHTML = `<img src="${REFUSED}"><img src="/own.png">`
  parent.append(name === 'div' ? piece : (piece.firstChild as Node))
  const [image, own] = parent.querySelectorAll('img')
  expect(image?.hasAttribute('src')).toBe(false)
  expect(image?.dataset).toMatchObject({ src: REFUSED, consent: 'analytics' })
  if (own) expect(own.getAttributeNames()).toEqual(['src'])
})

test('a script that says its category and not its type is held all the same', () => {
  start()
  const other = document.implementation.createHTMLDocument('')
  other.body.innerHTML = `<p><script data-consent="analytics" src="${REFUSED}"></script></p>`
  const [piece] = other.body.children
  document.body.replaceChildren(piece as Element)
  expect(document.querySelector('script')?.getAttribute('type')).toBe('text/plain')
})

/** Starts a guard, and says how often the page has been looked at since. */
const startLooking = () => {
  const look = vi.fn()
  onTestFinished(
    startGuard({ deniedAt: () => undefined, isCookieRefused: () => false, watch() {}, look }),
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
])('the page is looked at soon after something has come by %s', async (_, insert) => {
  const { parent } = place()
  const looked = startLooking()
  expect(await looked()).toBe(0)
  insert(parent)
  expect(await looked()).toBe(1)
})

test('the page is looked at once, however much has come at a time', async () => {
  const { parent } = place()
  const looked = startLooking()
  for (let count = 0; count < 100; count += 1) parent.append(document.createElement('b'))
  expect(await looked()).toBe(1)
  expect(await looked()).toBe(0)
})

test('the page is looked at by the browser’s own timer, where zone.js has put in another', async () => {
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
