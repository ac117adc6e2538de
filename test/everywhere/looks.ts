import { expect } from '@playwright/test'
import { REMEMBER } from './built-ins.ts'
import { HOST, hostPage } from './host-page.ts'
import type { Scenario } from './scenario.ts'
import { until, untilShown, type Visitor } from './visitor.ts'

/** Describes built-ins, by paths such as `Node.prototype.appendChild`, and wrong calls of them. */
const look = async (names: readonly string[]) => {
  const outcome = async (run: () => unknown) => {
    try {
      return `returned ${typeof (await run())}`
    } catch (error) {
      const { name, message } = error as Error
      return `${error instanceof Promise} ${Object.prototype.toString.call(error)} ${name}: ${message}`
    }
  }
  const found: Record<string, unknown> = {}
  for (const path of names) {
    const [last = '', ...holders] = path.split('.').reverse()
    const holder = holders
      .reverse()
      .reduce<unknown>((of, key) => Reflect.get(of as object, key), window) as object
    const { value, set } = Object.getOwnPropertyDescriptor(holder, last) ?? {}
    const builtIn = set ?? value
    const isClass = 'prototype' in builtIn
    found[path] = [
      ...[builtIn.name, builtIn.length, Reflect.ownKeys(builtIn).map(String).sort()],
      ...[isClass, Object.isExtensible(builtIn), Object.getPrototypeOf(builtIn).name],
      ...[`${builtIn}`, builtIn.toString(), Function.prototype.toString.call(builtIn)],
      ...[builtIn.toString === Function.prototype.toString, Object.keys(builtIn)],
      isClass && builtIn.prototype?.constructor.name,
      await outcome(() => new builtIn()),
      await outcome(() => builtIn.call({})),
      await outcome(() => builtIn.call({}, 'x', 'y', 'z')),
      await outcome(() => builtIn.call({}, Symbol('x'))),
      // A function of a window takes the window where it gets no `this`.
      set && (await outcome(() => set.call(undefined, 'x'))),
    ]
  }
  return found
}

const callWrongly = async () => {
  const throwing = () => ({
    toString() {
      window.seen.notes.push('read')
      throw new RangeError('of the page')
    },
  })
  const symbol = Symbol('x') as unknown as string
  const box = () => document.createElement('div')
  const image = () => document.createElement('img')
  const open = (...args: unknown[]) =>
    Reflect.apply(XMLHttpRequest.prototype.open, new XMLHttpRequest(), args)
  const range = () => document.createRange()
  const { cookieStore } = window as unknown as { cookieStore?: object }
  const calls: Record<string, () => unknown> = {}
  const add = (name: string, self: () => object, ...lists: readonly (readonly unknown[])[]) => {
    for (const args of lists)
      calls[`${name} ${Object.keys(calls).length}`] = () => {
        const object = self()
        return Reflect.apply(Reflect.get(object, name) as () => unknown, object, args)
      }
  }
  const set = (name: string, self: () => object, ...values: unknown[]) => {
    for (const value of values)
      calls[`${name} = ${Object.keys(calls).length}`] = () => Reflect.set(self(), name, value)
  }
  const addresses = [[symbol], [throwing()], ['http://[']]
  add('fetch', () => window, [], ...addresses, ['/x', { method: 'B D' }], [new Request('/x'), 1])
  add('sendBeacon', () => navigator, [], ...addresses, [])
  if (cookieStore) {
    const cookies = [[null], [{}], [{ name: symbol }], [{ name: throwing() }], ['a', 'b;c']]
    add('set', () => cookieStore, [], [symbol], [throwing()], ...cookies)
  }
  const opened = [[], ['GET'], ['GET', symbol], ['GET', throwing()], ['B D', '/x']]
  for (const [at, args] of opened.entries()) calls[`open ${at}`] = () => open(...args)
  add('send', () => new XMLHttpRequest(), [])
  set('cookie', () => document, symbol, throwing())
  for (const name of ['src', 'srcset']) set(name, image, symbol, throwing())
  add('setAttribute', image, ['src'], ['src', symbol], [throwing(), 'x'], ['src', throwing()])
  add('setAttribute', image, [], [' ', ''])
  add('setAttributeNS', image, [], ['', symbol, ''], ['', 'src', throwing()], ['', 'a:b', ''])
  for (const name of ['setAttributeNode', 'setAttributeNodeNS']) add(name, image, [], [{}])
  for (const name of ['setNamedItem', 'setNamedItemNS'])
    add(name, () => image().attributes, [], [1])
  for (const name of ['value', 'nodeValue', 'textContent'])
    set(name, () => Object.assign(document.createAttribute('src')), symbol, throwing())
  for (const name of ['appendChild', 'insertBefore', 'replaceChild'])
    add(name, box, [], [null], [1], [box(), 1], ['text', null], [document, null])
  for (const name of ['append', 'prepend', 'replaceChildren']) {
    add(name, box, [symbol], [throwing()], [document])
    add(name, () => document.createDocumentFragment(), [symbol], [document])
  }
  for (const name of ['before', 'after', 'replaceWith']) {
    add(name, () => box().appendChild(box()), [symbol], [throwing()], [document])
    add(name, () => box().appendChild(document.createTextNode('')), [symbol], [document])
  }
  add('insertAdjacentElement', box, [], ['nowhere', box()], ['beforebegin', 1], ['afterbegin'])
  add('insertAdjacentHTML', box, [], ['nowhere', ''], ['beforebegin', ''], [symbol, ''])
  for (const name of ['innerHTML', 'outerHTML']) set(name, box, symbol, throwing())
  for (const name of ['insertNode', 'surroundContents']) add(name, range, [], [null], [document])
  add('createContextualFragment', range, [], [symbol], [throwing()])
  for (const name of ['importNode', 'adoptNode']) add(name, () => document, [], [null], [document])
  add('attachShadow', box, [], [{}], [{ mode: 'x' }])
  add('attachShadow', image, [{ mode: 'open' }])
  calls['Audio'] = () => Reflect.apply(Audio, undefined, [])
  calls['new Audio'] = () => new Audio(symbol)
  add('toString', () => Function.prototype, [])

  const outcomes: Record<string, unknown> = {}
  for (const [name, run] of Object.entries(calls)) {
    let when = 'thrown'
    try {
      const result = run()
      when = 'rejected'
      outcomes[name] = `returned ${Object.prototype.toString.call(await result)}`
    } catch (error) {
      const { name: type, message } = error as Error
      const isOurs = error instanceof Error || error instanceof DOMException
      outcomes[name] = `${when} ${isOurs} ${type}: ${message}`
    }
  }
  return { outcomes, reads: window.seen.notes.length }
}

const replacedIn = (visitor: Visitor) => visitor.run(() => window.builtInChanges().replaced)

export const looks: Scenario = {
  title:
    'each interceptor looks like the built-in in its place, and a wrong call throws or rejects as without the SDK [6]',
  pages: {
    [`${HOST}/without`]: hostPage(`<script>${REMEMBER}</script>`, '', ''),
    [`${HOST}/`]: hostPage(`<script>${REMEMBER}</script>`),
  },
  async run(visitor) {
    const read = async (path: string, names: readonly string[]) => {
      await visitor.visit(HOST + path)
      if (path === '/') await untilShown(visitor, 'banner')
      return { looks: await visitor.run(look, names), wrong: await visitor.run(callWrongly) }
    }
    await visitor.visit(`${HOST}/without`)
    const drivers = await replacedIn(visitor)
    await visitor.visit(`${HOST}/`)
    await untilShown(visitor, 'banner')
    await until('the interceptors', async () => (await replacedIn(visitor)).length > 50)
    const names = (await replacedIn(visitor)).filter(name => !drivers.includes(name))
    expect(names).toEqual(expect.arrayContaining(['window.fetch', 'Document.prototype.cookie']))
    const { looks, wrong } = await read('/', names)
    const without = await read('/without', names)
    expect(looks).toEqual(without.looks)
    expect(wrong).toEqual(without.wrong)
  },
}
