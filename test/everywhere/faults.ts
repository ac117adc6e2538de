import { expect } from '@playwright/test'
import { BROWSER_APIS } from '../faults/browser-apis.ts'
import type { Fault, Outcome } from '../faults/drive.ts'
import { FIXED, LAST_RESORT, NEEDED, NEEDED_LATER } from '../faults/needed.ts'
import { type Entry, faultPages } from '../faults/pages.ts'
import { MORE_PAIRS, PAIRS } from '../faults/pairs.ts'
import { HOST } from './host-page.ts'
import type { Scenario } from './scenario.ts'

/** How many are visited in one go: no browser's driver waits for all of them. */
const IN_ONE_GO = 24

/** How many are one test: they run side by side, and say sooner what is wrong. */
const A_TEST = 70

/** What a visitor of a page on which something throws is to come to. */
const UNHARMED = { leaks: [], errors: [], refused: true, accepted: true, withdrawn: true }

/** The same where nobody can be asked: nothing runs, and the page is left alone. */
const HARMLESS = { leaks: [], errors: [] }

/** A set of faults, each with a page of its own. */
interface Plan {
  readonly title: string
  readonly entry: Entry
  readonly moment: 'early' | 'late'
  /** What throws on each page. */
  readonly sets: readonly (readonly string[])[]
  /** What nobody can be asked without. */
  readonly needed: readonly string[]
  readonly engine?: Scenario['engine']
}

const scenario = ({ title, entry, moment, sets, needed, engine }: Plan): Scenario => {
  const faults = sets.map(
    (names, at): Fault => ({ id: `F${at}`, early: [], late: [], [moment]: names }),
  )
  return {
    title,
    engine,
    pages: faultPages(faults, entry),
    async run(visitor, world) {
      await visitor.visit(`${HOST}/`)
      const outcomes: Outcome[] = []
      for (let at = 0; at < faults.length; at += IN_ONE_GO)
        outcomes.push(
          ...(await visitor.run(
            some => window.driver.visit(some),
            faults.slice(at, at + IN_ONE_GO),
          )),
        )
      const isNeeded = (names: readonly string[]) => names.some(name => needed.includes(name))
      const found = outcomes.map(({ id, whole, ...outcome }, at) => {
        const { leaks, errors } = outcome
        return [sets[at], isNeeded(sets[at] ?? []) ? { leaks, errors } : outcome]
      })
      expect(found).toEqual(sets.map(names => [names, isNeeded(names) ? HARMLESS : UNHARMED]))
      // An engine may lack some of it, and some is nobody's to replace.
      const broken = outcomes.filter(({ whole }) => whole.length === 0)
      expect(broken.length).toBeGreaterThan(0.9 * (sets.length - FIXED.length))
      // Most of those who said yes got the tag: what was looked for before could be found.
      const tags = world.asked.filter(address => address.includes('/gtag/js'))
      expect(tags.length).toBeGreaterThan(sets.length / 2)
    },
  }
}

/** The tests of a plan. */
const scenarios = (plan: Plan): Scenario[] => {
  const parts = Math.ceil(plan.sets.length / A_TEST)
  return Array.from({ length: parts }, (_, part) =>
    scenario({
      ...plan,
      title: `${plan.title}, ${part + 1} of ${parts} [5]`,
      sets: plan.sets.filter((_, at) => at % parts === part),
    }),
  )
}

/** `FAULTS=everywhere npm run e2e` tries everything in each engine, with more pairs, for hours. */
const isWhole = process.env['FAULTS'] === 'everywhere'

/** Gives the engine whose turn it is. */
const turn = (engine: Scenario['engine']) => (isWhole ? undefined : engine)

const each = BROWSER_APIS.map(api => [api])

export const faults: readonly Scenario[] = [
  ...scenarios({
    title:
      'whatever API of the browser throws, nothing runs without a yes, and every answer is taken',
    entry: 'tag',
    moment: 'early',
    sets: each,
    needed: NEEDED.tag,
  }),
  ...scenarios({
    title: 'an API that throws once the banner stands does no more harm',
    entry: 'tag',
    moment: 'late',
    sets: each,
    needed: NEEDED_LATER,
    engine: turn('chromium'),
  }),
  ...scenarios({
    title:
      'an API that throws is no exception of an npm host, whose visitors are asked all the same',
    entry: 'npm',
    moment: 'early',
    sets: each,
    needed: NEEDED.npm,
    engine: turn('firefox'),
  }),
  ...scenarios({
    title: 'two APIs that throw do no more harm than one',
    entry: 'tag',
    moment: 'early',
    sets: isWhole ? MORE_PAIRS : PAIRS,
    needed: [...NEEDED.tag, ...LAST_RESORT],
    engine: turn('chromium'),
  }),
]
