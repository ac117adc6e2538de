import { setTimeout as sleep } from 'node:timers/promises'
import { expect } from '@playwright/test'
import { inFrames } from './frames.ts'
import { HOST, hostPage } from './host-page.ts'
import type { Scenario } from './scenario.ts'
import { until } from './visitor.ts'
import { SETTLED } from './world.ts'

/**
 * What a query string can put on every object of a page whose scripts merge it carelessly:
 * `?__proto__[innerHTML]=…`.
 */
const POLLUTION = {
  ...{ analytics: true, marketing: true, nonce: 'x', src: '/x', value: 'x' },
  ...{
    name: 'x',
    category: 'x',
    q: 'x',
    versions: 'x',
    restricted: 'x',
    gaServer: 'https://evil.test',
  },
  innerHTML: '<img src="x" onerror="seen.notes.push(1)">',
  dangerouslySetInnerHTML: { __html: '<img src="x" onerror="seen.notes.push(2)">' },
}
const pollute = `Object.assign(Object.prototype, ${JSON.stringify(POLLUTION)}, { then: 'x' })`
const inScript = (source: string) => `<script>${source}</script>`

/** Properties of every object that no page gets far with. */
const BROKEN: Readonly<Record<string, string>> = {
  getter: inScript("Object.prototype.get = 'x'"),
  setter: inScript('Object.prototype.set = () => {}'),
  thenable: inScript("Object.prototype['then'] = () => {}"),
  json: inScript('Object.prototype.toJSON = () => 1'),
  frozen: inScript(
    'for (const name of Object.getOwnPropertyNames(window)) try { Object.freeze(window[name].prototype) } catch {}',
  ),
}

/** Built-ins that we call, or that those do who are in our files. */
const BUILT_INS = [
  ...['Array.prototype.map', 'Array.prototype.filter', 'Array.prototype.includes'],
  ...['Array.prototype.some', 'Array.prototype.every', 'Array.prototype.flatMap'],
  ...['Array.prototype.slice', 'Array.prototype.push', 'Array.prototype.find'],
  ...['JSON.parse', 'JSON.stringify', 'Object.keys', 'Object.entries', 'Object.assign'],
  ...['Object.fromEntries', 'Object.freeze', 'Object.defineProperty', 'Reflect.get'],
  ...['Object.getOwnPropertyDescriptor', 'Document.prototype.createElement', 'window.fetch'],
  ...['Document.prototype.querySelectorAll', 'EventTarget.prototype.addEventListener'],
  ...['Node.prototype.appendChild', 'Element.prototype.attachShadow', 'window.Promise'],
  ...['window.Proxy', 'window.MutationObserver', 'window.WeakMap', 'window.queueMicrotask'],
  ...['String.prototype.split', 'RegExp.prototype.test', 'Symbol.for', 'Date.now'],
]

/** What stands in their place. */
const ANSWERS = {
  throws: "() => { throw new TypeError('overridden') }",
  nothing: '() => {}',
  yes: '() => true',
}

const override = (name: string, answer: string) =>
  inScript(`${name} = function () { return (${answer})() }`)

/** A page for each of them, by the name of its path. */
const overridden = (answer: keyof typeof ANSWERS) =>
  Object.fromEntries(BUILT_INS.map(name => [`${answer}-${name}`, override(name, ANSWERS[answer])]))

export const overriding: readonly Scenario[] = [
  {
    title:
      'whatever stands on Object.prototype grants nothing and is nothing of the view; the visitor is asked and answers [5, 49]',
    pages: {
      ...inFrames(HOST, {}),
      [`${HOST}/polluted`]: hostPage(
        inScript(pollute),
        '<script type="text/plain" data-consent="analytics" src="/held.js"></script>',
      ),
      [`${HOST}/held.js`]: "seen.notes.push('held')",
    },
    async run(visitor, world) {
      await visitor.visit(`${HOST}/`)
      await visitor.run(() => window.framed.open(['/polluted']))
      expect(world.google).toEqual([])
      expect(await visitor.cookieNames()).toEqual([])
      expect(await visitor.run(() => window.framed.outcomes())).toEqual([
        { banner: true, granted: false, errors: [], notes: [] },
      ])
      expect(await visitor.run(() => window.framed.openSettings())).toBe('preferences')
      expect(await visitor.run(() => window.framed.click('close'))).toBe(true)
      expect(await visitor.run(() => window.framed.click('accept-all'))).toBe(true)
      await until('the page view', () => world.events().includes('page_view'))
      expect(await visitor.run(() => window.framed.outcomes())).toEqual([
        { banner: false, granted: true, errors: [], notes: ['held'] },
      ])
      await visitor.run(() => window.framed.run('spaceoneConsent.rejectAll()'))
      const before = world.google.length
      await sleep(SETTLED)
      expect(world.google.slice(before)).toEqual([])
      expect(await visitor.run(() => window.framed.outcomes())).toEqual([
        { banner: false, granted: false, errors: [], notes: ['held'] },
      ])
    },
  },
  {
    title:
      'where every object has a getter, a toJSON or a then, or prototypes are frozen, nothing runs and nothing is thrown [5, 49]',
    pages: inFrames(HOST, BROKEN),
    async run(visitor, world) {
      await visitor.visit(`${HOST}/`)
      const names = Object.keys(BROKEN)
      await visitor.run(
        addresses => window.framed.open(addresses),
        names.map(name => `/${name}`),
      )
      await sleep(SETTLED)
      expect(world.google).toEqual([])
      expect(await visitor.cookieNames()).toEqual([])
      const outcomes = await visitor.run(() => window.framed.outcomes())
      expect(outcomes.map(({ banner: _, ...outcome }, at) => [names[at], outcome])).toEqual(
        names.map(name => [name, { granted: false, errors: [], notes: [] }]),
      )
    },
  },
  {
    title:
      'where properties of Object.prototype keep the view from being drawn, who wants to choose is asked plainly [5, 49]',
    pages: inFrames(HOST, { once: inScript('Object.prototype.once = true') }),
    async run(visitor, world) {
      await visitor.visit(`${HOST}/`)
      await visitor.run(() => window.framed.open(['/once']))
      expect(world.google).toEqual([])
      expect(await visitor.run(() => window.framed.openSettings())).toBe('plainly')
      await until('the page view', () => world.events().includes('page_view'))
      expect(await visitor.run(() => window.framed.outcomes())).toEqual([
        { banner: false, granted: true, errors: [], notes: [] },
      ])
    },
  },
  ...(Object.keys(ANSWERS) as (keyof typeof ANSWERS)[]).map(
    (answer): Scenario => ({
      title: `a built-in that answers with "${answer}" grants nothing, and no exception comes of it [5]`,
      pages: inFrames(HOST, overridden(answer)),
      async run(visitor, world) {
        await visitor.visit(`${HOST}/`)
        await visitor.run(
          addresses => window.framed.open(addresses),
          Object.keys(overridden(answer)).map(name => `/${name}`),
        )
        await sleep(SETTLED)
        expect(world.google).toEqual([])
        expect(await visitor.cookieNames()).toEqual([])
        const outcomes = await visitor.run(() => window.framed.outcomes())
        expect(
          BUILT_INS.flatMap((name, at) => {
            const { granted, errors } = outcomes[at] ?? { granted: true, errors: [] }
            return granted || errors.length > 0 ? [{ name, granted, errors }] : []
          }),
        ).toEqual([])
      },
    }),
  ),
]
