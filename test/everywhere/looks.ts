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

/** Calls built-ins, and sets properties, with wrong arguments on an object that has them. */
const callWrongly = async (names: readonly string[]) => {
  const throwing = {
    toString() {
      window.seen.notes.push('read')
      throw new RangeError('of the page')
    },
  }
  const make = (name: string) => document.createElement(name)
  const other = document.implementation.createHTMLDocument()
  const { cookieStore } = window as unknown as { cookieStore?: object }
  const holders: Record<string, () => unknown> = {
    window: () => window,
    Attr: () => document.createAttribute('src'),
    CharacterData: () => make('p').appendChild(document.createTextNode('')),
    CookieStore: () => cookieStore,
    Document: () => other,
    DocumentFragment: () => document.createDocumentFragment(),
    Element: () => make('p').appendChild(make('div')),
    Function: () => Function.prototype,
    HTMLMediaElement: () => make('audio'),
    NamedNodeMap: () => make('img').attributes,
    Navigator: () => navigator,
    Node: () => make('div'),
    Range: () => document.createRange(),
    ShadowRoot: () => make('div').attachShadow({ mode: 'open' }),
    Storage: () => localStorage,
    XMLHttpRequest: () => new XMLHttpRequest(),
  }
  const selfOf = (holder: string) => {
    const [, element] = /^HTML(\w+)Element$/.exec(holder) ?? []
    return (holders[holder]?.() ?? make(element?.replace('Image', 'img') ?? 'img')) as object
  }
  const values = [Symbol('x'), throwing, null, {}, document, 1, ' ']
  const lists = [[], ...values.flatMap(value => [[value], ['src', value], [value, 'x']])]

  const outcomes: Record<string, string> = {}
  for (const path of names) {
    const [last = '', ...rest] = path.split('.').reverse()
    const holder = `${rest.at(-1)}`
    for (const [at, args] of lists.entries()) {
      let when = 'thrown'
      window.seen.notes.length = 0
      try {
        const self = path === 'Document.prototype.cookie' ? document : selfOf(holder)
        const isMethod = typeof Reflect.get(self, last) === 'function'
        const result = isMethod
          ? Reflect.apply(Reflect.get(self, last) as () => unknown, self, args)
          : Reflect.set(self, last, args[0])
        when = 'rejected'
        outcomes[`${path} ${at}`] = `returned ${Object.prototype.toString.call(await result)}`
      } catch (error) {
        const { name, message } = error as Error
        const isOurs = error instanceof Error || error instanceof DOMException
        outcomes[`${path} ${at}`] = `${when} ${isOurs} ${name}: ${message}`
      }
      // Where an argument is missing, an interceptor reads a text that the built-in does not read.
      if (window.seen.notes.length > 1) outcomes[`${path} ${at}`] += ', read twice'
    }
  }
  return outcomes
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
      return { looks: await visitor.run(look, names), wrong: await visitor.run(callWrongly, names) }
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
