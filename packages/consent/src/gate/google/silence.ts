import { ownDocument } from '../../shared/own-document.ts'
import { quietly } from '../../shared/quietly.ts'
import { filterEvents, isPushing } from './filter-events.ts'
import type { SilentTag } from './opt-out.ts'
import type { Tag } from './start-google.ts'

/** Silences one tag. */
export interface Silence {
  /** Is called at each withdrawal: the tag sends nothing from now on. */
  mute(): void
  /** Is called at each grant: the tag may send again. */
  speak(): void
}

/**
 * After this time the tag has dropped its waiting hits, in milliseconds. It collects hits for five
 * seconds.
 */
const HITS_EXPIRE_MS = 10_000

/** A little more than the delay of enhanced measurement's page views, in milliseconds. */
const PAGE_VIEW_DELAY_MS = 1500

/**
 * Creates the functions that silence one of Google's tags, which cannot be unloaded. Is called before
 * the tag starts. Until then the tag is switched off by `switchOff` and blocked by the rules.
 *
 * @see https://developers.google.com/analytics/devguides/collection/gtagjs/user-opt-out
 */
export const createSilence = (tag: Pick<Tag, keyof SilentTag | 'switchOff'>): Silence => {
  const { gate, hosts, disposes } = tag
  /** The time until which the tag may have hits from between a withdrawal and the next grant. */
  let oldHitsUntil = 0
  const isSwitchedOff = () =>
    tag.isSwitchedOff() || (performance.now() < oldHitsUntil && !isPushing(tag.layer()))
  const filter = (isLoaded: boolean) =>
    disposes.set(filterEvents, filterEvents(tag.layer(), tag.isGranted, isLoaded))
  filter(false)
  return {
    mute() {
      // 1. The switches: the tag checks them before each hit and each cookie.
      tag.switchOff({ ...tag, isSwitchedOff })
      // 2. The data layer: no event reaches a loaded tag, and none is queued for a grant.
      filter(true)
      // 3. The consent signals: `startConsentMode` updates them at each change of the state.
      // 4. Hits that wait in the tag have the visitor id from before the withdrawal, and are
      // blocked by it.
      for (const pair of quietly(() => ownDocument.cookie.split('; ')) ?? []) {
        const [, id] = /_ga=GA1\.\d+\.([\d.]+)$/.exec(pair) ?? []
        if (!id) continue
        const { dispose } = gate.register({
          unblockedBy: 'never',
          hosts: hosts.filter(host => !host.includes('?')).map(host => `${host}?cid=${id}`),
        })
        disposes.set(id, dispose)
        const end = () => {
          dispose()
          disposes.delete(id)
        }
        quietly(() => setTimeout(end, HITS_EXPIRE_MS))
      }
      // 5. A page view from before the next grant may wait in the tag, which checks the switches
      // only when it sends. For a while the switches refuse what the tag does by itself, not what
      // the page pushes.
      oldHitsUntil = Infinity
    },
    speak() {
      oldHitsUntil = Math.min(oldHitsUntil, performance.now() + PAGE_VIEW_DELAY_MS)
    },
  }
}
