import type { PhaseName, SeenCookie, SeenStorage } from '../seen.ts'
import { type Group, groupBy } from './group-by.ts'
import { PHASES } from './phases.ts'
import type { Page } from './rule.ts'
import { leftIn, phaseOf, seenIn } from './seen-in.ts'
import type { Standing, Stored } from './verdict.ts'
import { askedForCookie, askedForKey } from './what-of.ts'

/**
 * Lists each cookie and key that was stored on a page, with all phases in which it was seen,
 * during the phase or at the end of the phase.
 */
export const listStored = (page: Page): readonly Stored[] => {
  const end = phaseOf(page, 'withdraw')
  const all = <Kind extends 'cookies' | 'storage'>(kind: Kind) => [
    ...seenIn(page, kind),
    ...PHASES.flatMap(name => leftIn(page, kind, name)),
  ]
  const cookies = groupBy(all('cookies'), ({ one }) => `${one.name} ${one.domain}`)
  const keys = groupBy(all('storage'), ({ one }) => `${one.area} ${one.origin} ${one.key}`)
  return [
    ...[...cookies.values()].map(all => cookieRow(page, all, end?.cookiesLeft ?? [])),
    ...[...keys.values()].map(all => keyRow(page, all, end?.storageLeft ?? [])),
  ]
}

type All<One> = Group<{ readonly phase: PhaseName; readonly one: One }>

const phasesOf = (all: All<unknown>) =>
  PHASES.filter(name => all.some(({ phase }) => phase === name))

const cookieRow = (page: Page, all: All<SeenCookie>, left: readonly SeenCookie[]): Stored => {
  const { one } = all[0]
  const found = page.declared?.cookie(one.name)
  const lifetimes = all.flatMap(({ one: { lifetime } }) => lifetime ?? [])
  return {
    page: page.seen.url,
    kind: 'cookie',
    name: one.name,
    at: one.domain,
    lifetime: lifetimes.length ? Math.max(...lifetimes) : undefined,
    declared: found?.row.seconds,
    phases: phasesOf(all),
    isLeft: left.some(({ name, domain }) => name === one.name && domain === one.domain),
    isSetAfter: isSetAfter(page, all),
    standing: standingOf(page, found?.service, askedForCookie(page, one)),
  }
}

const keyRow = (page: Page, all: All<SeenStorage>, left: readonly SeenStorage[]): Stored => {
  const { one } = all[0]
  const found = page.declared?.storage(one.key)
  return {
    page: page.seen.url,
    kind: one.area,
    name: one.key,
    at: one.origin,
    declared: found?.row.seconds,
    phases: phasesOf(all),
    isLeft: left.some(({ key, area, origin }) =>
      [key === one.key, area === one.area, origin === one.origin].every(Boolean),
    ),
    isSetAfter: isSetAfter(page, all),
    standing: standingOf(page, found?.service, askedForKey(page, one)),
  }
}

/** Says whether the list of what was stored in the phase `withdraw` has it after the withdrawal. */
const isSetAfter = (page: Page, all: All<SeenCookie | SeenStorage>): boolean => {
  const { cookies = [], storage = [] } = phaseOf(page, 'withdraw') ?? {}
  return all.some(
    ({ one }) => one.answer === 'withdrawn' && [...cookies, ...storage].some(seen => seen === one),
  )
}

const standingOf = (
  { declared }: Page,
  service: { readonly necessary?: unknown } | undefined,
  asked: string | undefined,
): Standing =>
  service
    ? service.necessary
      ? 'necessary'
      : 'declared'
    : declared
      ? 'undeclared'
      : asked
        ? 'known'
        : 'unknown'
