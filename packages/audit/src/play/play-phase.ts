import { setTimeout as pause } from 'node:timers/promises'
import type { Act, NotPlayed, PhaseName, SeenBanner, SeenPhase } from '../seen.ts'
import { type Click, createRecording } from '../watch/recording.ts'
import type { WatchedBrowser, WatchOptions } from '../watch/watch-browser.ts'
import { within } from '../watch/within.ts'
import { preparePage } from './page/page-memory.ts'
import { VISITS } from './phases.ts'
import { stopOf, stopPhase } from './stop-phase.ts'
import type { PhaseVisit } from './visit.ts'

/** Options of `playPhase`. */
export interface PhaseOptions extends WatchOptions {
  /** The longest duration of the phase, in milliseconds. */
  readonly phaseLimit: number
  /** The number of requests that ends the phase. */
  readonly requestLimit: number
  /** How long the visitor looks at a page before the next act, in milliseconds. */
  readonly wait: number
  /** Selectors of controls that the audit shall use, by what each control does. */
  readonly selectors: Partial<Record<Act, string>>
  /** Ends the phase with the reason `interrupted`. */
  readonly signal?: AbortSignal | undefined
}

/** How long a picture may take, in milliseconds. */
const EXPOSURE = 3000

/** The least value of `patience`: how long a banner may take to appear, in milliseconds. */
const PATIENCE = 2000

/** How long a page may navigate by `POST` after a click in a form, in milliseconds. */
const POSTING = 3000

/**
 * Plays a phase in a fresh profile. Returns what was seen, even if the phase could not be played to
 * its end. Rejects only if the browser cannot open a profile, whatever a page does.
 */
export const playPhase = async (
  browser: WatchedBrowser,
  name: PhaseName,
  options: PhaseOptions,
): Promise<{ phase: SeenPhase; loaded: string | undefined }> => {
  const { url, phaseLimit, requestLimit, wait } = options
  let stop = (_reason: NotPlayed) => {}
  const stopped = new Promise<never>((_, reject) => {
    stop = reason => reject(stopPhase(reason))
  })
  stopped.catch(() => {})
  const recording = createRecording(requestLimit, () => stop('request-limit'))
  const timer = setTimeout(() => stop('time-limit'), phaseLimit)
  const interrupt = () => stop('interrupted')
  if (options.signal?.aborted) interrupt()
  options.signal?.addEventListener('abort', interrupt)
  let banner: SeenBanner | undefined
  let loaded: string | undefined
  let end: { notPlayed?: NotPlayed; detail?: string | undefined } = {}
  // Until when the page may navigate by `POST`, in milliseconds since the epoch.
  let postUntil = 0
  const watched = await browser.watch(
    { ...options, mayPost: () => Date.now() < postUntil },
    recording,
  )
  const { page, noteStored } = watched
  const takePicture = async () => {
    const time = Date.now()
    const picture = page.screenshot({ type: 'jpeg', quality: 60, timeout: EXPOSURE })
    const jpeg = await within(EXPOSURE, picture).catch(() => undefined)
    return (click?: Click) => {
      if (jpeg) recording.notePicture(jpeg.toString('base64'), click, time)
    }
  }
  const photograph = async (click?: Click) => (await takePicture())(click)
  const visit: PhaseVisit = {
    ...{ url, page, recording, noteStored, photograph, takePicture, selectors: options.selectors },
    patience: Math.max(PATIENCE, 4 * wait),
    allowPost: (limit = POSTING) => {
      postUntil = Date.now() + limit
    },
    wait: async (times = 1) => {
      await pause(wait * times)
    },
    noteLoaded: address => {
      loaded ??= address
    },
    noteBanner: more => {
      banner = { found: '', ...banner, ...more }
    },
  }
  page.on('dialog', dialog => {
    // The visitor dismisses every dialog, but agrees to leave if the page asks whether to leave.
    const answer = dialog.type() === 'beforeunload' ? dialog.accept() : dialog.dismiss()
    answer.catch(() => {})
  })
  page.on('crash', () => stop('error'))
  const played = page
    .context()
    .addInitScript(preparePage)
    .then(() => VISITS[name](visit))
  played.catch(() => {})
  try {
    await Promise.race([played, stopped])
    // A collector whose script is missing sends nothing, so that the page would seem to comply.
    const detail = recording.missingScript()
    if (detail) end = { notPlayed: 'error', detail }
  } catch (error) {
    const { reason, detail } = stopOf(error)
    end = { notPlayed: reason, detail }
    await within(EXPOSURE, noteStored()).catch(() => {})
    await photograph()
  } finally {
    clearTimeout(timer)
    options.signal?.removeEventListener('abort', interrupt)
    await watched.close()
  }
  const { began } = recording
  const phase = {
    ...{ name, ...end, banner, ...recording.result() },
    ...{ began: new Date(began).toISOString(), duration: Date.now() - began },
  }
  return { phase, loaded }
}
