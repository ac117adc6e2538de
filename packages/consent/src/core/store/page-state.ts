import { atom } from 'nanostores'
import { checkCategories, checkLanguage } from '../../options/check-options.ts'
import { LANGUAGE } from '../../options/forms.ts'
import { warn } from '../../options/warn.ts'
import { IS_TAG } from '../../shared/build.ts'
import { HISTORY_DAYS, historyKey, VALIDITY_DAYS } from '../../shared/defaults.ts'
import { attempt, quietly } from '../../shared/errors.ts'
import { pageLanguage } from '../../shared/languages.ts'
import { ownCopy } from '../../shared/own-properties.ts'
import { keysIn } from '../../shared/services.ts'
import { cookieStorage } from '../record/cookie-storage.ts'
import { createHistory } from '../record/history.ts'
import { readRecord } from '../record/read-record.ts'
import {
  type ConsentRecord,
  DAY,
  decodeRecord,
  encodeRecord,
  isSame,
  newId,
  nextRecord,
} from '../record/record.ts'
import type { Consent, DecisionOrigin, View } from './consent.ts'
import type { ConsentOptions } from './options.ts'
import { followPage, isPrerendered } from './page-lifecycle.ts'
import { type InnerPorts, readSignals } from './ports.ts'
import { type Circumstances, consentState } from './state.ts'

/** Returns an object with the same answer for every category. */
export const answerAll = <Category extends string>(
  categories: readonly Category[],
  answer: boolean,
): Record<Category, boolean> =>
  Object.fromEntries(categories.map(category => [category, answer])) as Record<Category, boolean>

/** The part of a consent that this file creates. */
type PageState<Category extends string> = Omit<
  Consent<Category>,
  'options' | 'isGranted' | 'whenGranted' | 'acceptAll' | 'rejectAll' | 'withdraw' | 'destroy'
>

/**
 * Creates the state of a page's consent from the stored record and the browser's signals. Only this
 * file creates records.
 *
 * @param isInvalid Whether an option is invalid, so that nothing can be granted.
 * @param addDispose Registers a function for `destroy` to call.
 * @returns The part of the consent, and `change`, which changes the inputs of the state. `change()`
 *   without an argument refuses everything until the page is left.
 */
export const createPageState = <Category extends string>(
  options: ConsentOptions<Category>,
  givenPorts: InnerPorts,
  isInvalid: boolean | undefined,
  addDispose: (run: () => void) => void,
): [PageState<Category>, (part?: Partial<Circumstances<Category>>) => void] => {
  const { policy, cookie } = options
  // `consent.js` never passes ports, such as a storage or a clock of its own.
  const ports: InnerPorts | undefined = IS_TAG ? undefined : ownCopy(givenPorts)
  const delivery = ports?.isDetached ? undefined : options.delivery
  const now = ports?.now ?? (() => Math.floor(Date.now() / 1000))
  const storage = ports?.storage ?? cookieStorage(cookie)
  const days = (IS_TAG ? undefined : options.history?.days) ?? HISTORY_DAYS
  const history = ports?.history ?? createHistory(cookie?.name, days, now)
  const categories = Object.keys(options.categories) as Category[]
  const maxAgeSeconds = (cookie?.days ?? VALIDITY_DAYS) * DAY

  /** Reads the inputs that other tabs, the browser, extensions or a late declaration can change. */
  const readInputs = (known?: ConsentRecord) => ({
    record: quietly(() => readRecord(storage, now(), known, history)),
    isInert: isPrerendered(),
    keys: keysIn(options),
    refused: ports?.isDetached
      ? []
      : categories.filter(category =>
          (options.categories[category].services ?? []).some(
            service => attempt(() => service.refused?.()) === true,
          ),
        ),
    signals: ports?.signals ?? readSignals(),
  })

  let circumstances: Circumstances<Category> = {
    categories,
    policy,
    // Production builds do not check the type of `restricted`, so every truthy value restricts.
    restricted: isInvalid || !!options.restricted,
    failed: [],
    language: validLanguage(options.language),
    ...readInputs(),
  }
  const view = (): View => circumstances.opened ?? ($state.get().pending[0] ? 'banner' : 'none')
  const $state = atom(consentState(circumstances, now()))
  const $view = atom(view())

  let isOver = false
  /** Updates `$state` and `$view`. Reports an error that a site's listener throws. */
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

  // `createTestConsent` passes its own history. Its consent must not react to events of a page.
  const schedule = ports?.history
    ? undefined
    : followPage(refresh, historyKey(cookie?.name), now, addDispose)
  schedule?.($state.get())
  // Deletes old decisions, which otherwise the next `decide` does.
  if ($state.get().status !== 'decided') history.add()

  const inner: PageState<Category> = {
    $state,
    $view,

    // If one listener throws, nanostores still calls the others, and `change` reports the error.
    onChange: $state.listen,

    decide(choices, origin = {}) {
      if (process.env.NODE_ENV !== 'production') checkCategories(categories, Object.keys(choices))
      refresh()
      // The event is not copied: the event of a framework may refer to the whole page.
      const { event, surface, notice, noticeText, ...rest } = origin
      // A record must not prove what no visitor did: code can name any surface and notice.
      const from: DecisionOrigin = ownCopy(
        event?.isTrusted ? { ...rest, surface, notice, noticeText } : rest,
      )
      const state = $state.get()
      const answers = Object.entries(choices).filter(
        ([name, answer]) => categories.includes(name as Category) && answer !== undefined,
      )
      if (state.status === 'restricted' || circumstances.isInert || !answers[0]) return
      const t = now()
      const id = delivery && newId()
      const value =
        quietly(() => {
          const e = t + maxAgeSeconds
          return encodeRecord(nextRecord(state, answers, from, policy.version, t, e, id && newId()))
        }) ?? ''
      // A record that cannot be decoded must not grant anything, so decode the encoded value.
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

    restrict: restricted => change({ restricted: isInvalid || restricted }),

    setLanguage(language) {
      if (process.env.NODE_ENV !== 'production') checkLanguage(language)
      change({ language: validLanguage(language) })
    },

    refresh,

    openPreferences: () => change({ opened: 'preferences' }),
    openGuide: () => change({ opened: 'guide' }),
    close: () => change({ opened: undefined }),

    history: history.read,

    erase() {
      // The endpoint has a receipt of the grant and must learn that the grant no longer counts.
      if ($state.get().record?.r) inner.decide(answerAll(categories, false), { method: 'withdraw' })
      attempt(() => delivery?.erased())
      attempt(() => storage.write('', 0))
      history.erase()
      refresh()
    },
  }
  return [inner, change]
}

/**
 * Returns a language that a record can name: the given language if it looks like a BCP 47 tag, the
 * one of `pageLanguage` if it is empty and there is a page, otherwise English.
 */
const validLanguage = (language: unknown = 'en'): string => {
  const tag = `${language}`
  if (LANGUAGE.test(tag)) return tag
  if (process.env.NODE_ENV !== 'production' && tag) warn('unknown-language', tag)
  return (tag ? undefined : quietly(() => pageLanguage([]))) ?? 'en'
}
