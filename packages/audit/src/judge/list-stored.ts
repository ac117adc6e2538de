import { groupBy, type NonEmpty } from './group-by.ts'
import { phaseIn, phasesOf } from './phase-in.ts'
import { askedFor } from './rules/asked-for.ts'
import type { JudgedPage } from './rules/rule.ts'
import { type EvidenceIn, seenIn } from './rules/seen-in.ts'
import type { Standing, StoredItem } from './verdict.ts'

/**
 * Lists each cookie, key, database and cache that was stored on a page, with all phases in which
 * it was seen, during the phase or at the end of the phase.
 */
export const listStored = (page: JudgedPage): readonly StoredItem[] => {
  const cookies = groupBy(
    [...seenIn(page, 'cookies'), ...seenIn(page, 'cookiesLeft')],
    ({ cookie }) => `${cookie.name} ${cookie.domain}`,
  )
  const keys = groupBy(
    [...seenIn(page, 'storage'), ...seenIn(page, 'storageLeft')],
    ({ storage: { area, origin, key } }) => `${area} ${origin} ${key}`,
  )
  return [
    ...[...cookies.values()].map((all): StoredItem => {
      const { name, domain } = all[0].cookie
      const lifetimes = all.flatMap(({ cookie }) => cookie.lifetime ?? [])
      return {
        ...{ page: page.seen.url, kind: 'cookie', name, at: domain },
        lifetime: lifetimes.length ? Math.max(...lifetimes) : undefined,
        ...foundOn(page, all, page.declared?.cookie(name)),
      }
    }),
    ...[...keys.values()].map((all): StoredItem => {
      const { area, origin, key } = all[0].storage
      return {
        ...{ page: page.seen.url, kind: area, name: key, at: origin },
        ...foundOn(page, all, page.declared?.storage(key)),
      }
    }),
  ]
}

/** Returns the fields of `StoredItem` that cookies and keys have in common. */
const foundOn = (
  page: JudgedPage,
  all: NonEmpty<EvidenceIn<'cookies' | 'storage'>>,
  declared: ReturnType<NonNullable<JudgedPage['declared']>['cookie']>,
): Pick<StoredItem, 'declared' | 'phases' | 'isLeft' | 'isSetAfter' | 'standing'> => {
  const end = phaseIn(page.seen, 'withdraw')
  const set: readonly object[] = end ? [...end.cookies, ...end.storage] : []
  const left: readonly object[] = end ? [...end.cookiesLeft, ...end.storageLeft] : []
  const items = all.map(one => (one.kind === 'cookie' ? one.cookie : one.storage))
  return {
    declared: declared?.row.seconds,
    phases: phasesOf(all),
    isLeft: items.some(one => left.includes(one)),
    isSetAfter: items.some(one => one.answer === 'withdrawn' && set.includes(one)),
    standing: standingOf(page, declared?.service, askedFor(page, all[0])),
  }
}

const standingOf = (
  { declared }: JudgedPage,
  service: { readonly necessary?: unknown } | undefined,
  asked: string | undefined,
): Standing => {
  if (service) return service.necessary ? 'necessary' : 'declared'
  if (declared) return 'undeclared'
  return asked ? 'known' : 'unknown'
}
