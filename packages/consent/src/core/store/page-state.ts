import { atom } from 'nanostores'
import { checkCategories, checkOption } from '../../options/check-options.ts'
import { VALIDITY_DAYS } from '../../options/validity.ts'
import { warn } from '../../options/warn.ts'
import { attempt } from '../../shared/attempt.ts'
import { IS_TAG } from '../../shared/is-tag.ts'
import { ownCopy } from '../../shared/own-copy.ts'
import { quietly } from '../../shared/quietly.ts'
import { isSame } from '../record/is-same.ts'
import { newId } from '../record/new-id.ts'
import { nextRecord } from '../record/next-record.ts'
import { readRecord } from '../record/read-record.ts'
import type { ConsentRecord } from '../record/record.ts'
import { DAY, decodeRecord, encodeRecord } from '../record/record-codec.ts'
import { cookieStorage } from '../stored/cookie-storage.ts'
import { eraseStored } from '../stored/erase-stored.ts'
import { createHistory } from '../stored/history.ts'
import { historyKey } from '../stored/names.ts'
import type { Consent, View } from './consent.ts'
import { followPage } from './follow-page.ts'
import type { ConsentOptions } from './options.ts'
import { isPrerendered } from './page-lifecycle.ts'
import type { InnerPorts } from './ports.ts'
import { readSignals } from './signals.ts'
import { type Circumstances, consentState } from './state.ts'

// Bundlers replace `process.env.NODE_ENV` only where the expression is written out in full.
declare const process: { readonly env: { readonly NODE_ENV?: string } }

/** Returns the same answer to all categories. */
export const answerAll = <Category extends string>(
  categories: readonly Category[],
  answer: boolean,
): Record<Category, boolean> =>
  Object.fromEntries(categories.map(category => [category, answer])) as Record<Category, boolean>

/** The part of a consent that is about its state: all but its beginning and its end. */
type PageState<Category extends string> = Omit<
  Consent<Category>,
  'options' | 'isGranted' | 'whenGranted' | 'acceptAll' | 'rejectAll' | 'withdraw' | 'destroy'
>

/**
 * Creates the state of a page's consent, from what is stored and what the browser says. Only this
 * file writes decisions.
 *
 * @param isFaulty Whether nothing can ever be granted because of a mistake of the site.
 * @param addDispose Registers a function for `destroy` to call.
 * @returns The part of the consent; and `change`, which changes what the state is made from. Without
 *   an argument `change` says no for good.
 */
export const createPageState = <Category extends string>(
  options: ConsentOptions<Category>,
  givenPorts: InnerPorts,
  isFaulty: boolean | undefined,
  addDispose: (run: () => void) => void,
): [PageState<Category>, (part?: Partial<Circumstances<Category>>) => void] => {
  const { policy, cookie, delivery } = options
  // The script tag gives no ports.
  const ports: InnerPorts | undefined = IS_TAG ? undefined : ownCopy(givenPorts)
  const now = ports?.now ?? (() => Math.floor(Date.now() / 1000))
  const storage = ports?.storage ?? cookieStorage(cookie)
  const history = ports?.history ?? createHistory(cookie?.name, options.history?.days ?? 365, now)
  const categories = Object.keys(options.categories) as Category[]
  const maxAgeSeconds = (cookie?.days ?? VALIDITY_DAYS) * DAY

  /** Reads what other tabs, the browser or extensions can change; `known` is the last record. */
  const readInputs = (known?: ConsentRecord) => ({
    record: quietly(() => readRecord(storage, now(), known, history)),
    isInert: isPrerendered(),
    refused: categories.filter(category =>
      (options.categories[category].services ?? []).some(
        service => attempt(() => service.refused?.()) === true,
      ),
    ),
    signals: ports?.signals ?? readSignals(),
  })

  let circumstances: Circumstances<Category> = {
    categories,
    policy,
    // Production builds do not check this option, so every truthy value restricts.
    restricted: isFaulty || !!options.restricted,
    failed: [],
    language: `${options.language ?? 'en'}`,
    ...readInputs(),
  }
  const view = (): View => circumstances.opened ?? ($state.get().pending[0] ? 'banner' : 'none')
  const $state = atom(consentState(circumstances, now()))
  const $view = atom(view())

  let isOver = false
  /** Updates `$state`. An error that a site's listener throws is reported. */
  const change = (part?: Partial<Circumstances<Category>>): void => {
    isOver ||= !part
    circumstances = { ...circumstances, ...(isOver ? { isInert: true, failed: categories } : part) }
    const state = consentState(circumstances, now())
    if (!isSame(state, $state.get())) attempt(() => $state.set(state))
    attempt(() => $view.set(view()))
    schedule?.(isOver ? undefined : state)
  }

  let isReading = false
  const refresh = (): void => {
    // Guards against re-entrancy: `refused()` of a service may call `refresh()`.
    if (isReading || isOver) return
    isReading = true
    attempt(() => change(readInputs(circumstances.record)))
    isReading = false
  }

  // The double for tests brings its own history of decisions; it follows no page.
  const schedule = ports?.history
    ? undefined
    : followPage(refresh, historyKey(cookie?.name), now, addDispose)
  schedule?.($state.get())
  // Deletes old decisions from the history. While a decision counts, `decide` does so.
  if ($state.get().status !== 'decided') history.add()

  const inner: PageState<Category> = {
    $state,
    $view,

    // nanostores calls the other functions when one throws; `change` reports the error.
    onChange: $state.listen,

    decide(choices, origin = {}) {
      if (process.env.NODE_ENV !== 'production') checkCategories(categories, Object.keys(choices))
      refresh()
      const from = ownCopy(origin)
      const state = $state.get()
      const answers = Object.entries(choices).filter(
        ([name, answer]) => categories.includes(name as Category) && answer !== undefined,
      )
      if (state.status === 'restricted' || circumstances.isInert || !answers[0]) return
      const t = now()
      const id = delivery && quietly(newId)
      const value =
        quietly(() => {
          const e = t + maxAgeSeconds
          return encodeRecord(nextRecord(state, answers, from, policy.version, t, e, id && newId()))
        }) ?? ''
      // A record that cannot be read back must not grant anything, so the encoded value is decoded.
      const decided = decodeRecord(value, t)
      if (!decided) warn('decision-not-saved')
      attempt(() => storage.write(decided ? value : '', maxAgeSeconds))
      if (decided) {
        history.add(decided)
        if (id)
          attempt(() =>
            delivery?.decided({
              id,
              record: decided,
              previous: state.record,
              noticeText: from.noticeText,
            }),
          )
      }
      change({ record: decided })
    },

    restrict: restricted => change({ restricted: isFaulty || restricted }),

    setLanguage(language) {
      if (process.env.NODE_ENV !== 'production') checkOption('lang', language)
      // Converts any value to a string, so that states stay comparable.
      change({ language: `${language}` })
    },

    refresh,

    openPreferences: () => change({ opened: 'preferences' }),
    openGuide: () => change({ opened: 'guide' }),
    close: () => change({ opened: undefined }),

    history: history.read,

    erase() {
      // The endpoint that keeps the receipt has to know that the consent no longer counts.
      if ($state.get().record?.r) inner.decide(answerAll(categories, false), { method: 'withdraw' })
      attempt(() => delivery?.erased())
      attempt(() => storage.write('', 0))
      eraseStored(cookie?.name)
      refresh()
    },
  }
  return [inner, change]
}
