import { type AnyConsent, cookiePairs } from '../../core/index.ts'
import { callIn } from '../../shared/call-in.ts'
import { ownDocument } from '../../shared/own-document.ts'
import { quietly } from '../../shared/quietly.ts'
import type { Gate } from '../gate.ts'
import type { Opener } from '../rules.ts'
import { type DataLayer, filterEvents, isCommand, isPushing } from './data-layer.ts'
import { cookiesWith } from './google-names.ts'
import { answerOptOut } from './opt-out.ts'

/** The tag to silence. */
export interface SilentTag {
  readonly gate: Gate
  readonly opens: Opener
  readonly id: string
  /** The hosts that the tag sends to. */
  readonly hosts: readonly string[]
  /** Whether Google's two opt-out switches silence the tag. */
  readonly isSwitched: boolean
  layer(): DataLayer
  /** Says whether the tag may measure now. */
  isGranted(): boolean
  /** Says whether the opt-out switches, which all tags share, have to refuse now. */
  isSwitchedOff(): boolean
}

/** Silences one tag. */
export interface Silence {
  /**
   * Is called at the start and at each withdrawal: sets the opt-out switches and the event filter.
   */
  mute(isLoaded: boolean): void
  /**
   * Is called at a withdrawal: hits from before it, or from before the next grant, are not sent
   * later.
   */
  forget(): void
  /** Is called at a grant: the tag may send again. */
  speak(): void
  dispose(): void
}

/**
 * After this time the tag has dropped its waiting hits, in seconds. It collects hits for five
 * seconds.
 */
const HITS_EXPIRE = 10

/** A little more than the delay of enhanced measurement's page views, in seconds. */
const PAGE_VIEW_DELAY = 1.5

/**
 * Creates the functions that silence one of Google's tags, which cannot be unloaded. The switches
 * and the filter read the current state; calling `mute` again also covers ids and cookies that are
 * new.
 *
 * @see https://developers.google.com/analytics/devguides/collection/gtagjs/user-opt-out
 */
export const createSilence = (tag: SilentTag): Silence => {
  const { gate, opens, hosts, isSwitched } = tag
  const disposes = new Map<unknown, () => void>()
  /** Whether the tag may still have hits from between the withdrawal and the latest grant. */
  let mayHaveOldHits = false
  let cancelTimer = () => {}
  const isSwitchedOff = () => tag.isSwitchedOff() || (mayHaveOldHits && !isPushing(tag.layer()))
  return {
    mute(isLoaded) {
      const layer = tag.layer()
      const configured = layer.filter(entry => isCommand(entry, 'config')) as unknown as [
        string,
        string,
        { readonly cookie_prefix?: string }?,
      ][]
      if (isSwitched) {
        // 1. The switches: the tag checks them before each hit and each cookie, for every id.
        for (const id of [tag.id, ...loadedIds(), ...configured.map(([, id]) => id)])
          answerOptOut(id, isSwitchedOff)
        // 2. Cookies with a prefix of the page's own: blocked and swept.
        for (const [, , parameters] of configured) {
          const cookies = cookiesWith(parameters?.cookie_prefix)
          const [first] = cookies
          if (first && !disposes.has(first))
            disposes.set(first, gate.register({ opens, cookies }).dispose)
        }
      }
      // 3. The data layer: no event reaches a loaded tag, and none is queued for a grant.
      disposes.set(filterEvents, filterEvents(layer, tag.isGranted, isLoaded))
      // `startConsentMode` updates the consent signals at each change of the state.
    },
    forget() {
      // 4. Hits that wait in the tag have the visitor id from before the withdrawal, and are
      // blocked by it.
      for (const pair of cookiePairs()) {
        const [, id] = /_ga=GA1\.\d+\.([\d.]+)$/.exec(pair) ?? []
        if (!id) continue
        const { dispose } = gate.register({
          opens: 'never',
          hosts: hosts.filter(host => !host.includes('?')).map(host => `${host}?cid=${id}`),
        })
        disposes.set(id, dispose)
        callIn(HITS_EXPIRE, () => {
          dispose()
          disposes.delete(id)
        })
      }
      // 5. A page view from before the next grant may wait in the tag, which checks the switches
      // only when it sends. For a while the switches refuse what the tag does by itself, not what
      // the page pushes.
      mayHaveOldHits = true
      cancelTimer()
    },
    speak() {
      cancelTimer = callIn(PAGE_VIEW_DELAY, () => {
        mayHaveOldHits = false
      })
    },
    dispose() {
      for (const dispose of disposes.values()) dispose()
      disposes.clear()
    },
  }
}

/** Returns the ids of the Google tags whose scripts are in the page. */
const loadedIds = (): readonly string[] =>
  quietly(() =>
    [...ownDocument.scripts].flatMap(
      ({ src }) => /\/gtag\/js\?(?:.*&)?id=([\w-]+)/.exec(src)?.[1] ?? [],
    ),
  ) ?? []

/** Returns a category by name, or the service's own where the site has no category of that name. */
export const categoryFor = (
  consent: AnyConsent,
  wanted: string | undefined,
  own: string,
): string => (wanted && wanted in consent.$state.get().granted ? wanted : own)
