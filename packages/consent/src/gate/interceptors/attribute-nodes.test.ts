// @vitest-environment happy-dom
import { expect, onTestFinished, test } from 'vitest'
import { answerScripts } from '../../../../../test/support/answer-scripts.ts'
import { BLOCKED, startBlocking } from '../../../../../test/support/start-blocking.ts'

answerScripts()

/** Each way to set an attribute node on an element. */
const NODE_WAYS: readonly (readonly [string, (element: Element, node: Attr) => unknown])[] = [
  ['setAttributeNode', (element, node) => element.setAttributeNode(node)],
  ['setAttributeNodeNS', (element, node) => element.setAttributeNodeNS(node)],
  ['attributes.setNamedItem', ({ attributes }, node) => attributes.setNamedItem(node)],
  ['attributes.setNamedItemNS', ({ attributes }, node) => attributes.setNamedItemNS(node)],
]

const nodeOf = (value: string, name = 'src'): Attr => {
  const node = document.createAttribute(name)
  node.value = value
  return node
}

test.each(NODE_WAYS)('an image gets no blocked address by %s', (_, give) => {
  startBlocking()
  const image = document.createElement('img')
  give(image, nodeOf(BLOCKED))
  expect(image.getAttributeNames()).toEqual([])
  give(image, nodeOf('/own.png'))
  expect(image.getAttributeNames()).toEqual(['src'])
})

test.each(NODE_WAYS)('a script that gets a blocked address by %s is blocked', (_, give) => {
  startBlocking()
  const script = document.createElement('script')
  script.id = 'tag'
  give(script, nodeOf(BLOCKED))
  expect(script.getAttribute('type')).toBe('text/plain')
  expect(script.getAttribute('src')).toBe(BLOCKED)
  expect(script.dataset['consent']).toBe('analytics')
})

test.each(NODE_WAYS.slice(2))(
  'a script without attributes gets no blocked address by %s',
  (_, give) => {
    startBlocking()
    const script = document.createElement('script')
    give(script, nodeOf(BLOCKED))
    expect(script.getAttributeNames()).toEqual([])
  },
)

/** Adds the setters of `Node.prototype` to attribute nodes, which happy-dom does not support. */
const asInBrowsers = () => {
  const { get, set } = Object.getOwnPropertyDescriptor(Attr.prototype, 'value') ?? {}
  for (const name of ['nodeValue', 'textContent']) {
    const before = [Attr.prototype, Node.prototype].map(
      prototype => [prototype, Object.getOwnPropertyDescriptor(prototype, name)] as const,
    )
    Reflect.deleteProperty(Attr.prototype, name)
    Object.defineProperty(Node.prototype, name, {
      configurable: true,
      get() {
        return get?.call(this)
      },
      set(value) {
        if (this instanceof Attr) set?.call(this, value ?? '')
      },
    })
    onTestFinished(() => {
      for (const [prototype, descriptor] of before)
        if (descriptor) Object.defineProperty(prototype, name, descriptor)
    })
  }
}

test.each(['value', 'nodeValue', 'textContent'] as const)(
  'an image gets no blocked address by the %s of an attribute node, before and after its insertion',
  property => {
    asInBrowsers()
    startBlocking()
    const image = document.createElement('img')
    const node = nodeOf('')
    image.setAttributeNode(node)
    for (const insert of [() => {}, () => document.body.append(image)]) {
      insert()
      node[property] = BLOCKED
      expect(image.getAttribute('src')).toBe('')
    }
    node[property] = '/own.png'
    expect(image.getAttribute('src')).toBe('/own.png')
    image.remove()
  },
)

test.each(['value', 'nodeValue', 'textContent'] as const)(
  'a script that gets a blocked address by the %s of an attribute node is blocked',
  property => {
    asInBrowsers()
    startBlocking()
    const script = document.createElement('script')
    const node = nodeOf('')
    script.setAttributeNode(node)
    node[property] = BLOCKED
    expect(script.getAttribute('src')).toBe(BLOCKED)
    expect(script.type).toBe('text/plain')
  },
)

test('an attribute node with a blocked address sets the address on no element', () => {
  asInBrowsers()
  startBlocking()
  for (const [, give] of NODE_WAYS) {
    const node = document.createAttribute('src')
    node.nodeValue = BLOCKED
    expect(node.value).toBe(BLOCKED)
    const image = document.createElement('img')
    give(image, node)
    expect(image.hasAttribute('src')).toBe(false)
  }
})
