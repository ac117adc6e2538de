import { VISITOR_ID } from '../../inventory/google-rules.ts'
import { cookiePairs } from '../../shared/platform.ts'
import { filterEvents, isPushing } from './filter-events.ts'
import type { SilentTag } from './opt-out.ts'
import type { Tag } from './start-google.ts'

/** Silences one tag. */
export interface Silence {
  /** Silences the tag. Is called at each withdrawal. */
  mute(): void
  /** Lets the tag send again. Is called at each grant. */
  speak(): void
}

/**
 * The time after which no hit from before a withdrawal waits in the tag, in milliseconds. The tag
 * collects hits for five seconds before it sends them.
 */
const HITS_EXPIRE_MS = 10_000

/** A little more than the delay of enhanced measurement's page views, in milliseconds. */
const PAGE_VIEW_DELAY_MS = 1500

/**
 * Creates the functions that silence one of Google's tags, since no script can be unloaded. Is
 * called just before the tag starts. Before this call, `switchOff` and the rules keep the tag
 * silent.
 *
 * @see https://developers.google.com/analytics/devguides/collection/gtagjs/user-opt-out
 */
export const createSilence = (tag: Pick<Tag, keyof SilentTag | 'switchOff'>): Silence => {
  const { gate, disposes } = tag
  /**
   * Until this time, on the clock of `performance.now()`, the tag may still hold a page view from
   * between a withdrawal and the next grant.
   */
  let oldHitsUntil = 0
  const isSwitchedOff = () =>
    tag.isSwitchedOff() || (performance.now() < oldHitsUntil && !isPushing(tag.layer()))
  const filter = (isLoaded: boolean) =>
    disposes.set(filterEvents, filterEvents(tag.layer(), tag.isGranted, isLoaded))
  filter(false)
  return {
    mute() {
      // 1. The opt-out switches: a tag of Analytics checks them before each hit and each cookie.
      tag.switchOff({ ...tag, isSwitchedOff })
      // 2. The data layer: no event reaches a loaded tag, and none is queued for a grant.
      filter(true)
      // 3. The consent signals: `startConsentMode` updates them at each change of the state.
      // 4. Hits that wait in the tag: they contain the visitor id from before the withdrawal, so
      //   rules block this id on every host.
      for (const pair of cookiePairs()) {
        const [, id] = VISITOR_ID.exec(pair) ?? []
        if (!id) continue
        const { dispose } = gate.register({ unblockedBy: 'never', hosts: [`*?cid=${id}`] })
        // One entry for all ids, so that a long visit keeps no list of them. The timer disposes of
        // the others.
        disposes.set(VISITOR_ID, dispose)
        setTimeout(dispose, HITS_EXPIRE_MS)
      }
      // 5. A page view that the tag collects before the next grant and sends after it. For
      //   `PAGE_VIEW_DELAY_MS` after the grant the switches refuse hits that the tag sends by
      //   itself, and allow hits for entries that the page pushes.
      oldHitsUntil = Infinity
    },
    speak() {
      oldHitsUntil = Math.min(oldHitsUntil, performance.now() + PAGE_VIEW_DELAY_MS)
    },
  }
}
